// A first walk through Waymark. A made-up region; nobody in it is real.
var region = Synthetic.region(20_000, 42)
show(region)
// Who is asked about: the class of 2024, less those who transferred out, emigrated or died.
var cohort = region.classOf(2024)
show(cohort)
// What is asked.
var enrolled = Catalog.enrolledWithinAYear()
show(enrolled.sentence())
// Counts first, then measures of them.
var tally = cohort.tally(enrolled, GENDER, RACE.as(RaceSchemes.FEDERAL_7))
show(tally)
show(Rate.of(enrolled).over(tally))
show(Gap.of(enrolled).to(Reference.rest()).by(GENDER).over(tally))
show(Rate.of(enrolled).over(tally).explain())
// A window that is still open enters no rate.
var byAge26 = Catalog.credentialByAge(26)
show(Rate.of(byAge26).over(cohort.tally(byAge26)))
/exit
