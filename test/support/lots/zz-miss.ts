import { drawForm, type Family } from './families.ts'
import { readForms } from './forms-read.ts'
import { judgedForm } from './verdict.ts'
import { wanted } from './score.ts'
const [family, count, seed, field] = process.argv.slice(2) as [Family, string, string, string]
const seeds = Array.from({ length: Number(count) }, (_, i) => Number(seed) + i)
const forms = seeds.map(s => drawForm(family, s))
for await (const { index, decision } of readForms(forms, 'blocks')) {
  const drawn = forms[index]!
  const j = judgedForm(drawn, decision)
  const score = j.scores.get(field as never)
  if (!score || (score.right === score.there && score.right === score.read)) continue
  const f = decision.form
  console.log(`#### ${family} ${seeds[index]} ${field} ${score.right}/${score.read}/${score.there} presence ${f?.presence[field]} conf ${f?.confidence[field]}`)
  if (field === 'measures') {
    for (const m of drawn.answers.measures) console.log('  meant', m.title, '→', m.due, '|', m.dueText)
    for (const m of j.told.measures) console.log('  read ', m.text.slice(0, 90).replace(/\n/g,'⏎'), '→', m.due)
  } else if (field.startsWith('honours')) {
    for (const h of drawn.answers.honours) console.log('  meant', h.date, h.name, h.kind, h.level)
    for (const h of decision.form?.honours ?? []) console.log('  read ', h.date, h.name, h.recipientKind, h.level, '|', h.quote.slice(0, 100))
  } else if (field === 'reviewGrades') {
    console.log('  meant', drawn.answers.grades.map(g => g.year + g.grade).join(), drawn.answers.gradesText)
    console.log('  read ', f?.reviewText?.slice(0, 200), f?.reviewGrades.map(g => g.year + g.grade).join())
  } else if (['basis','idea','outcomes'].includes(field)) {
    console.log('  meant', drawn.answers[field as 'basis'].map(p => p.text.slice(0, 40)).join(' // '))
    console.log('  read ', (f?.[field as 'basis'] ?? '–').slice(0, 200).replace(/\n/g,'⏎'))
  } else {
    console.log('  meant', wanted(field as never, drawn.answers), ' read ', j.told.single[field as never])
  }
  for (const u of f?.unplaced ?? []) console.log('   unplaced', u.heading, '::', u.text.slice(0, 70).replace(/\n/g,'⏎'))
}
