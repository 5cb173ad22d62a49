// Waymark in JShell. Start with
//   jshell --class-path 'examples/target/lib/*' --startup DEFAULT --startup examples/waymark.jsh
import org.waymark.core.indicator.*;
import org.waymark.core.population.*;
import org.waymark.core.publication.*;
import org.waymark.core.result.*;
import org.waymark.core.schema.*;
import org.waymark.core.student.*;
import org.waymark.core.table.*;
import org.waymark.core.tally.*;
import org.waymark.core.time.*;
import org.waymark.io.chart.*;
import org.waymark.io.csv.*;
import org.waymark.io.json.*;
import org.waymark.io.language.*;
import org.waymark.io.page.*;
import org.waymark.io.student.*;
import org.waymark.io.synthetic.*;
import org.waymark.metrics.catalog.*;
import org.waymark.metrics.disclosure.*;
import org.waymark.metrics.gap.*;
import org.waymark.metrics.measure.*;
import org.waymark.metrics.rate.*;
import org.waymark.metrics.survival.*;
import static org.waymark.core.student.Students.*;

/** Prints a result as it prints itself, no line longer than 100 characters. */
void show(Object result) {
    for (String line : result.toString().split("\n", -1)) {
        while (line.length() > 100) {
            int cut = line.lastIndexOf(' ', 100);
            cut = cut > 0 ? cut : 100;
            System.out.println(line.substring(0, cut));
            line = line.substring(cut).strip();
        }
        System.out.println(line);
    }
}

/** Pictures of a result, for analysts: picture(result).best().toSvg(), .toHtml(), .dotPlot() ... */
Charts picture(Tabular result) { return Charts.forAnalysts("made in JShell", result.toTable()); }

/** Pictures of a table, for analysts. */
Charts picture(Table table) { return Charts.forAnalysts("made in JShell", table); }

/** Pictures of a public table, for everyone. */
Charts picture(PublicTable table) { return Charts.of(table); }

/** Writes a picture into a file: .svg, .html or, as Vega-Lite, .json. */
Path save(Chart chart, String file) throws IOException {
    String text = file.endsWith(".svg") ? chart.toSvg() : file.endsWith(".html") ? chart.toHtml() : chart.toVegaLite();
    return Files.writeString(Path.of(file), text);
}
