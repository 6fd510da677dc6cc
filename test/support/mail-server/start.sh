#!/bin/sh
# Both servers in the foreground of one container; it ends when either of them does.
chown vmail: /var/vmail
postfix start-fg &
dovecot -F &
trap 'postfix stop; doveadm stop' TERM INT
wait
