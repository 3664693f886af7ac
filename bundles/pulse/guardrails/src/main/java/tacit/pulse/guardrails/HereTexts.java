package tacit.pulse.guardrails;

import java.util.ArrayDeque;
import java.util.Deque;

/** Texts that stand behind a line and are given to its commands. Confined to one thread. */
final class HereTexts {

    private record Announced(String delimiter, int place) {}

    private final Deque<Announced> waiting = new ArrayDeque<>();

    /** Reads the word that will end the text; answers where to read on. */
    int announce(String text, int from, WordBuilder words) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        int end = at;
        while (end < text.length() && " \t\n;&|()<>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        words.add("", true);
        words.end();
        String delimiter = text.substring(at, end).replaceAll("[\"'\\\\]", "");
        waiting.add(new Announced(delimiter, words.tokens().size() - 1));
        return end;
    }

    /** Reads the texts that were announced, from the begin of a line on. */
    int read(String text, int from, WordBuilder words) {
        int at = from;
        while (!waiting.isEmpty()) {
            Announced announced = waiting.remove();
            StringBuilder body = new StringBuilder();
            boolean over = false;
            while (!over && at < text.length()) {
                int newline = text.indexOf('\n', at);
                int end = newline < 0 ? text.length() : newline;
                String line = text.substring(at, end);
                over = line.strip().equals(announced.delimiter());
                body.append(over ? "" : line + "\n");
                at = Math.min(end + 1, text.length());
            }
            words.replace(announced.place(), body.toString());
        }
        return at;
    }
}
