package tacit.learn.pipeline;

import tacit.api.command.Console;

/** One line at the foot of a terminal that says how far the work is; nothing where nobody watches. */
final class ProgressLine {

    private static final int BAR = 24;

    private final Console console;

    ProgressLine(Console console) {
        this.console = console;
    }

    void show(String text) {
        if (console.terminal()) {
            String line = text.length() >= console.width() ? text.substring(0, console.width() - 1) : text;
            console.err().print("\r" + line + " ".repeat(console.width() - 1 - line.length()));
            console.err().flush();
        }
    }

    void show(String text, long done, long total) {
        int filled = total <= 0 ? BAR : (int) Math.min(BAR, BAR * done / total);
        long percent = total <= 0 ? 100 : Math.min(100, 100 * done / total);
        show(text + " [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + percent + " %");
    }

    /** Clears the line. */
    void clear() {
        if (console.terminal()) {
            console.err().print("\r" + " ".repeat(console.width() - 1) + "\r");
            console.err().flush();
        }
    }
}
