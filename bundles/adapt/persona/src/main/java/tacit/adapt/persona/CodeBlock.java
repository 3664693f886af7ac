package tacit.adapt.persona;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.adapt.MessageLimit;

/**
 * Code between fences. Immutable.
 *
 * @param open the line that opens it
 * @param mark its fence
 * @param lines the code
 */
record CodeBlock(String open, String mark, List<String> lines) {

    private static final Pattern OPEN = Pattern.compile(" {0,3}(`{3,}|~{3,})[^`]*");

    /** Where the block that begins at a place ends, before the line break; empty where none begins. */
    static Optional<Integer> end(String text, int begin) {
        Matcher open = OPEN.matcher(text.substring(begin, lineEnd(text, begin)));
        if (!open.matches()) {
            return Optional.empty();
        }
        int at = lineEnd(text, begin);
        while (at < text.length()) {
            int end = lineEnd(text, at + 1);
            if (closes(text.substring(at + 1, end), open.group(1))) {
                return Optional.of(end);
            }
            at = end;
        }
        return Optional.of(text.length());
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static boolean closes(String line, String mark) {
        String bare = line.strip();
        return bare.length() >= mark.length() && bare.chars().allMatch(c -> c == mark.charAt(0));
    }

    /** Of what begins with a fence. */
    static CodeBlock of(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        String open = lines.remove(0);
        Matcher fence = OPEN.matcher(open);
        if (!fence.matches()) {
            throw new IllegalArgumentException("text must begin with a fence");
        }
        String mark = fence.group(1);
        if (!lines.isEmpty() && closes(lines.get(lines.size() - 1), mark)) {
            lines.remove(lines.size() - 1);
        }
        return new CodeBlock(open, mark, lines);
    }

    /** Blocks that fit, each closed; empty where the fences alone would fill a message. */
    List<String> split(MessageLimit limit) {
        String first = Lengths.of(open, limit) <= limit.most() / 4 ? open : mark;
        int room = limit.most() - Lengths.of(first + "\n\n" + mark, limit);
        if (room < limit.most() / 2) {
            return List.of();
        }
        List<String> blocks = new ArrayList<>();
        List<String> held = new ArrayList<>();
        int used = 0;
        List<String> fitting = lines.stream()
                .flatMap(line -> Lengths.cut(line, limit, room).stream())
                .toList();
        for (String line : fitting) {
            int cost = Lengths.of(line, limit) + 1;
            if (!held.isEmpty() && used + cost - 1 > room) {
                blocks.add(closed(first, held));
                held.clear();
                used = 0;
            }
            held.add(line);
            used += cost;
        }
        blocks.add(closed(first, held));
        return blocks;
    }

    private String closed(String first, List<String> held) {
        return first + "\n" + String.join("\n", held) + "\n" + mark;
    }
}
