// A first walk through Waymark. A made-up region; nobody in it is real.
var region = Synthetic.region(20_000, 42)
show(region)
// Who is asked about: the class of 2024, less those who transferred out, emigrated or died.
var cohort = region.classOf(2024)
show(cohort)
// What is asked. The catalogue has more: Catalog.table() prints it.
var enrolled = Catalog.enrolledWithinAYear()
show(enrolled.sentence())
// Counts first, then measures of them.
var race = RACE.as(RaceSchemes.FEDERAL_7)
var tally = cohort.tally(enrolled, GENDER, race)
show(tally)
show(Rate.of(enrolled).over(tally))
show(Rate.of(enrolled).by(race).over(tally))
// Every result explains itself.
show(Rate.of(enrolled).over(tally).explain())
// A gap has a reference, an interval and a verdict of three: behind, not behind, cannot tell.
var gap = Gap.of(enrolled).to(Reference.rest()).by(GENDER).over(tally)
show(gap)
// A result is a table, and a table is a picture: as SVG, as HTML for a notebook, as Vega-Lite.
show(picture(gap))
var chart = picture(gap).best()
show(chart)
show(chart.description())
var svg = save(chart, Files.createTempDirectory("waymark").resolve("gap.svg").toString())
show(Files.readString(svg).startsWith("<svg") ? "gap.svg is written" : "it is not")
// A window that is still open enters no rate.
var byAge26 = Catalog.credentialByAge(26)
show(Rate.of(byAge26).over(cohort.tally(byAge26)))
// How many will have one by a given age is read off a curve, which uses those whose time is not over.
var curve = KaplanMeier.of(region.classOf(2016).times(Catalog.timeToCredentialByAge(26)).total())
show(curve)
show(picture(curve).attainmentCurve())
// For everyone: cells are protected first, then the measure is run on what is left.
var income = Students.everAxis(StatusKind.LOW_INCOME)
var outcome = Release.of(ReleasePolicy.standard(), Ledger.none(), List.of(cohort.tally(enrolled, income)))
var cleared = (ReleaseOutcome.Cleared) outcome
var published = cleared.release().table(Rate.of(enrolled).by(income))
show(published)
show(picture(published).in(Language.SPANISH).best().description())
/exit
