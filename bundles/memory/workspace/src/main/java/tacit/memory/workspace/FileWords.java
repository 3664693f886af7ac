package tacit.memory.workspace;

import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.store.TextRuns;
import tacit.api.store.TextTombstones;

/** Takes texts out of a file: as they are, and each line that holds a piece of one. Immutable. */
record FileWords(TextTombstones words, TextRuns runs) {

    /** A shorter text is left in files, where it may be part of any word. */
    private static final int SHORTEST = 8;

    private static final Pattern LINE = Pattern.compile("([^\\r\\n]*)(\\r\\n|\\n|\\r|\\z)");
    private static final Pattern MARK = Pattern.compile("^\\s*(?:#{1,6} |[-*+] (?:\\[.\\] )?|> ?|\\d+[.)] )*");

    static FileWords of(Collection<String> texts) {
        List<String> lasting =
                texts.stream().filter(text -> text.length() >= SHORTEST).toList();
        return new FileWords(TextTombstones.of(lasting), TextRuns.of(lasting));
    }

    String without(String path, String text) {
        if (words.isEmpty()) {
            return text;
        }
        String left = words.in(text);
        if (!runs.isIn(left)) {
            return left;
        }
        return path.endsWith(".json") ? "{}\n" : lines(left, path.endsWith(".jsonl"));
    }

    private String lines(String text, boolean json) {
        StringBuilder left = new StringBuilder();
        Matcher line = LINE.matcher(text);
        while (line.find() && line.end() > line.start()) {
            left.append(runs.isIn(line.group(1)) ? instead(line.group(1), json) : line.group(1))
                    .append(line.group(2));
        }
        return left.toString();
    }

    /** A line of another program that is no line any more is passed over by whoever reads it. */
    private static String instead(String line, boolean json) {
        if (json) {
            return "{}";
        }
        Matcher mark = MARK.matcher(line);
        String begin = mark.find() ? mark.group() : "";
        return begin + TextTombstones.instead(line.substring(begin.length()));
    }
}
