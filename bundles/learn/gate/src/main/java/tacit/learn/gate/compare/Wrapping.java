package tacit.learn.gate.compare;

/** Fits text to the width of a terminal. */
final class Wrapping {

    private Wrapping() {}

    /** Breaks the text at blanks; lines after the first are indented. */
    static String indented(String text, int width, int indent) {
        StringBuilder lines = new StringBuilder();
        String rest = text;
        while (rest.length() > width) {
            int end = rest.lastIndexOf(' ', width);
            if (end <= indent) {
                break;
            }
            lines.append(rest, 0, end).append('\n');
            rest = " ".repeat(indent) + rest.substring(end + 1);
        }
        return lines.append(rest).toString();
    }

    /** Cuts a line that is too long, and shows that it was cut. */
    static String cut(String line, int width) {
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }

    /** Replaces what could move the cursor or change the terminal: ids come from files. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "\uFFFD");
    }
}
