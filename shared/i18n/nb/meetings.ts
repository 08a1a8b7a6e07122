export const meetings = {
  title: 'Møter',
  /** The decision that postponing an item, or sending it back, writes by itself. */
  settled: {
    postponement: 'Saken utsettes.',
    referralBack: 'Saken sendes tilbake for ny behandling.',
  },
  /** Why an item has no quorum, by the body's rule. */
  quorum: {
    moreThanHalf:
      'Av {{seats}} stemmeberettigede kan {{voters}} stemme i saken, men det kreves mer enn halvparten: {{needed}}. Kall inn vara, eller utsett saken.',
    atLeastHalf:
      'Av {{seats}} stemmeberettigede kan {{voters}} stemme i saken, men det kreves minst halvparten: {{needed}}. Kall inn vara, eller utsett saken.',
    number:
      'Det kreves {{needed}} stemmeberettigede, men {{voters}} kan stemme i saken. Kall inn vara, eller utsett saken.',
  },
}
