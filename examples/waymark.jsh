// Waymark in JShell. Start with
//   jshell --class-path 'examples/target/lib/*' --startup DEFAULT --startup examples/waymark.jsh
import org.waymark.core.indicator.*;
import org.waymark.core.population.*;
import org.waymark.core.result.*;
import org.waymark.core.schema.*;
import org.waymark.core.student.*;
import org.waymark.core.table.*;
import org.waymark.core.tally.*;
import org.waymark.core.time.*;
import org.waymark.io.csv.*;
import org.waymark.io.json.*;
import org.waymark.io.student.*;
import org.waymark.io.synthetic.*;
import org.waymark.metrics.catalog.*;
import org.waymark.metrics.gap.*;
import org.waymark.metrics.measure.*;
import org.waymark.metrics.rate.*;
import static org.waymark.core.student.Students.*;

/** Prints a result as it prints itself. */
void show(Object result) { System.out.println(result); }
