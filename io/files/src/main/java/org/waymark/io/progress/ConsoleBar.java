package org.waymark.io.progress;

import java.io.Console;
import java.io.PrintStream;
import java.util.Locale;

/**
 * A bar on the console, such as {@code students.csv [########........]  50 %}. Where there is no terminal, because the
 * output goes to a file or a pipe, nothing is printed at all. Not safe for use by several threads.
 */
public final class ConsoleBar implements Progress {
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean shows;
    private String shown = "";
    private String current = "";

    private ConsoleBar(PrintStream out, boolean shows) {
        this.out = out;
        this.shows = shows;
    }

    /** A bar on standard error, if there is a terminal. */
    public static ConsoleBar ifTerminal() {
        return to(System.err, isTerminal());
    }

    /** Before Java 22 there is a console only where there is a terminal; since then it can tell. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException refused) {
            return false;
        }
    }

    /** A bar on a stream that is a terminal, or is none and stays empty. */
    public static ConsoleBar to(PrintStream out, boolean isTerminal) {
        return new ConsoleBar(out, isTerminal);
    }

    @Override
    public void reached(String what, long done, long total) {
        if (!shows) {
            return;
        }
        boolean ended = total > 0 && done >= total;
        String text = text(what, done, total);
        if (!what.equals(current) && !shown.isEmpty()) {
            out.print('\n');
            shown = "";
        }
        current = what;
        if (!text.equals(shown)) {
            out.print('\r' + text + " ".repeat(Math.max(0, shown.length() - text.length())));
            shown = text;
        }
        if (ended) {
            out.print('\n');
            shown = "";
        }
        out.flush();
    }

    private static String text(String what, long done, long total) {
        StringBuilder name = new StringBuilder();
        what.codePoints().limit(40).forEach(c -> name.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        if (total <= 0) {
            return String.format(Locale.ROOT, "%s %,d", name, done);
        }
        double share = Math.min(1, (double) done / total);
        int full = (int) (share * WIDTH);
        return String.format(
                Locale.ROOT, "%s [%s%s] %3d %%", name, "#".repeat(full), ".".repeat(WIDTH - full), (int) (share * 100));
    }
}
