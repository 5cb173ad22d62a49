package org.waymark.io.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.waymark.core.publication.PublicTable;
import org.waymark.core.publication.Statement;
import org.waymark.core.result.Reason;
import org.waymark.core.table.Column;
import org.waymark.core.table.Datum;
import org.waymark.core.table.Table;
import org.waymark.io.internal.Told;
import org.waymark.io.internal.tree.JsonPrinter;
import org.waymark.io.internal.tree.JsonTree;
import org.waymark.io.internal.tree.Node;

/**
 * Tables as JSON and back.
 *
 * <p>A whole number and an estimate are JSON numbers, the estimate with a point or an exponent; a text, and a day in a
 * column of days, are JSON texts. Anything else is an object that says what it is: {@code {"missing":"n<10"}},
 * {@code {"exact":0.80}}, {@code {"day":"2020-01-31"}}, {@code {"text":"soon"}}.
 */
final class TableCodec {
    static final int FORMAT_VERSION = 1;

    /** Reads what is written for analysts; a public table is another thing, since its statement belongs to it. */
    static final Envelope<Table> READING =
            new Envelope<>("table", FORMAT_VERSION, table -> Node.object(), TableCodec::table);

    private TableCodec() {}

    static void print(PublicTable table, Appendable out) throws IOException {
        Node.Obj tail =
                Node.object().with("statement", statement(table.statement())).with("holds", "public table");
        print(table.title(), table.columns(), table.rows(), table.notes(), tail, () -> {}, out);
    }

    static void print(Table table, String purpose, Told told, Appendable out) throws IOException {
        Node.Obj tail = Node.object().with("holds", READING.what()).with("forAnalysts", purpose);
        print(table.title(), table.columns(), table.rows(), table.notes(), tail, told::row, out);
    }

    /** Row by row, since tables can be long; a line each. */
    private static void print(
            String title,
            List<Column> columns,
            List<List<Datum>> rows,
            List<String> notes,
            Node.Obj tail,
            Runnable written,
            Appendable out)
            throws IOException {
        out.append("{\"formatVersion\":").append(Integer.toString(FORMAT_VERSION));
        part("title", Node.text(title), "", out);
        part("columns", Node.list(columns, TableCodec::column), "", out);
        out.append(",\n\"rows\":[");
        for (int i = 0; i < rows.size(); i++) {
            out.append(i == 0 ? "\n" : ",\n");
            JsonPrinter.line(row(columns, rows.get(i)), out);
            written.run();
        }
        out.append("]");
        part("notes", Node.list(notes, Node::text), "\n", out);
        for (Map.Entry<String, Node> entry : tail.fields().entrySet()) {
            part(entry.getKey(), entry.getValue(), "\n", out);
        }
        out.append("}\n");
    }

    private static void part(String name, Node value, String before, Appendable out) throws IOException {
        out.append(',').append(before).append('"').append(name).append("\":");
        JsonPrinter.line(value, out);
    }

    private static Node row(List<Column> columns, List<Datum> row) {
        List<Node> data = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            data.add(datum(row.get(i), columns.get(i).kind()));
        }
        return new Node.Arr(data, 0, 0);
    }

    static void printLines(Table table, Told told, Appendable out) throws IOException {
        for (List<Datum> row : table.rows()) {
            Node.Obj object = Node.object();
            for (int i = 0; i < row.size(); i++) {
                Column column = table.columns().get(i);
                object.with(column.name(), datum(row.get(i), column.kind()));
            }
            JsonPrinter.line(object, out);
            out.append('\n');
            told.row();
        }
    }

    private static Node column(Column column) {
        return Node.object()
                .with("name", column.name())
                .with("kind", column.kind().name())
                .with("meaning", column.meaning());
    }

    private static Node statement(Statement statement) {
        return Node.object()
                .with("policy", statement.policy())
                .with("level", statement.level())
                .with("minimumSize", statement.minimumSize())
                .with("ledger", statement.ledger())
                .with("digest", statement.digest())
                .with("status", statement.status().name());
    }

    private static Node datum(Datum datum, Column.Kind kind) {
        boolean inDays = kind == Column.Kind.DAY;
        if (datum instanceof Datum.Whole || datum instanceof Datum.Real) {
            return new Node.Num(datum.toString(), 0, 0);
        } else if (datum instanceof Datum.Exact exact) {
            return Node.object().with("exact", Node.number(exact.value()));
        } else if (datum instanceof Datum.Missing missing) {
            return Node.object().with("missing", missing.mark());
        } else if (datum instanceof Datum.Day && !inDays) {
            return Node.object().with("day", datum.toString());
        } else if (datum instanceof Datum.Text && inDays) {
            return Node.object().with("text", datum.toString());
        }
        return Node.text(datum.toString());
    }

    private static Table table(Place at) {
        at.object(Envelope.and("forAnalysts", "title", "columns", "rows", "notes"));
        List<Column> columns = at.at("columns").list(TableCodec::column);
        int[] column = {0};
        List<List<Datum>> rows = at.at("rows").list(JsonTree.MOST_NODES, row -> {
            column[0] = 0;
            List<Datum> data = row.list(datum -> {
                int place = column[0]++;
                return place < columns.size() ? datum(datum, columns.get(place).kind()) : Datum.missing("");
            });
            if (data.size() != columns.size()) {
                row.wrong(Reason.RAGGED_ROW, "as many entries as columns, " + columns.size());
                return columns.stream().map(c -> Datum.missing("")).toList();
            }
            return data;
        });
        List<String> notes = at.at("notes").texts();
        String title = at.at("title").text();
        return at.at("columns")
                .make(
                        () -> new Table(title, columns, rows, notes),
                        "columns with different names",
                        Table.builder("").build());
    }

    private static Column column(Place at) {
        at.object("name", "kind", "meaning");
        Column.Kind kind = at.at("kind").named(Column.Kind.values());
        String meaning = at.at("meaning").text();
        return at.at("name")
                .text(
                        name -> new Column(name, kind, meaning),
                        "lower case words joined by underscores",
                        Column.text("none", ""));
    }

    private static Datum datum(Place at, Column.Kind kind) {
        if (at.isObject()) {
            at.object("missing", "exact", "day", "text");
            if (at.at("missing").isThere()) {
                return Datum.missing(at.at("missing").text());
            } else if (at.at("exact").isThere()) {
                return Datum.exact(at.at("exact").decimal());
            } else if (at.at("day").isThere()) {
                return Datum.day(SchemaCodec.day(at.at("day")));
            }
            return Datum.text(at.at("text").text());
        }
        if (at.isText()) {
            return kind == Column.Kind.DAY ? Datum.day(SchemaCodec.day(at)) : Datum.text(at.text());
        }
        BigDecimal number = at.decimal();
        String literal = at.literal().toLowerCase(Locale.ROOT);
        boolean real = literal.contains(".") || literal.contains("e");
        return at.make(
                () -> real ? Datum.real(Double.parseDouble(literal)) : Datum.whole(number.longValueExact()),
                "a number that a computer can hold",
                Datum.missing(""));
    }
}
