var region = Synthetic.region(20_000, 42)
var enrolled = Catalog.enrolledWithinAYear()
var tally = region.classOf(2024).tally(enrolled, GENDER, RACE.as(RaceSchemes.FEDERAL_7))
show(Rate.of(enrolled).by(GENDER).over(tally))
show(Gap.of(enrolled).to(Reference.best()).by(RACE.as(RaceSchemes.FEDERAL_7)).over(tally))
show(Rate.of(enrolled).over(tally).explain())
/exit
