package org.waymark.examples;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.waymark.core.population.Model;
import org.waymark.core.table.Table;
import org.waymark.io.csv.Csv;
import org.waymark.io.json.Json;
import org.waymark.metrics.catalog.Catalog;

/** Writes what every attribute and every indicator means, for people who were not there when they were defined. */
public final class DataDictionary {
    private DataDictionary() {}

    /** Takes a folder to write to. */
    public static void main(String[] arguments) throws IOException {
        run(Path.of(arguments[0]), System.out);
    }

    static void run(Path folder, PrintStream out) throws IOException {
        Table attributes = Model.dictionary();
        Table indicators = Catalog.table();
        Files.createDirectories(folder);
        Csv.ForAnalysts csv = Csv.forAnalysts("data dictionary").replacing();
        csv.write(attributes, folder.resolve("attributes.csv"));
        csv.write(indicators, folder.resolve("indicators.csv"));
        csv.write(Catalog.leftOut(), folder.resolve("left-out.csv"));
        Json.forAnalysts("data dictionary")
                .replacing()
                .write(List.of(attributes, indicators), folder.resolve("dictionary.json"));
        out.println(attributes.size() + " attributes and " + indicators.size() + " indicators and measures");
    }
}
