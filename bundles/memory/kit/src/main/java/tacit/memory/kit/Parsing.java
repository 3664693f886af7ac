package tacit.memory.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.memory.words.Quoting;
import tacit.memory.words.Secrets;

/** Makes of a file's text what a prompt may show of it. */
final class Parsing {

    private static final int MOST_BULLETS = 12;
    private static final int MOST_SECTIONS = 8;
    private static final Pattern LEARNT = Pattern.compile(
            "<!--[^>]*\\b(?:auto|curated|managed)[^>]*\\b(?:start|begin)\\b[^>]*-->[\\s\\S]*?<!--[^>]*\\bend\\b[^>]*-->",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("<!--[\\s\\S]*?-->");
    private static final Pattern LINE = Pattern.compile("^\\s*(?:[-*+]\\s+)?([^:*#\\s][^:*#]{0,60}?)\\s*:\\s*(\\S.*)$");
    private static final Pattern HEADING = Pattern.compile("^#{1,6}\\s+\\S.*");
    private static final Pattern BULLET = Pattern.compile("^\\s*(?:[-*+]|\\d+[.)])\\s+(?:\\[[ xX]]\\s*)?\\S.*");

    private Parsing() {}

    /** The text of a kit file as a prompt shows it; empty when it says nothing. */
    static String parse(Contract contract, String raw) {
        String text = contract == Contract.DESIGN
                ? Document.plain(raw)
                : Document.of(raw).body();
        // What Tacit wrote there itself reaches the prompt from its own source.
        String own = COMMENT.matcher(LEARNT.matcher(text).replaceAll("")).replaceAll("");
        String parsed =
                switch (contract.parser()) {
                    case WHOLE -> own;
                    case SECTIONS -> sections(own);
                    case LINES -> lines(own);
                    case CHECKLIST -> bullets(own, Integer.MAX_VALUE, Integer.MAX_VALUE);
                    case DECISIONS -> bullets(own, MOST_BULLETS, MOST_SECTIONS);
                };
        return shown(parsed, contract.longest());
    }

    /** Without secrets and orders, and cut at a length. */
    static String shown(String text, int longest) {
        return cut(Quoting.safe(Secrets.redacted(text.strip())), longest);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).stripTrailing();
    }

    /** Only these sections of a text, in the order that is asked for. */
    static String named(String text, List<String> titles) {
        List<Section> sections = Section.of(text);
        List<String> found = new ArrayList<>();
        for (String title : titles) {
            sections.stream()
                    .filter(section -> section.isTitled(title) && !section.isEmpty())
                    .map(Section::text)
                    .forEach(found::add);
        }
        return String.join("\n\n", found);
    }

    private static String sections(String text) {
        List<String> filled = new ArrayList<>();
        List<Section> sections = Section.of(text);
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            // A heading without text stays when deeper ones follow it: it is what they belong to.
            boolean leads = i + 1 < sections.size() && sections.get(i + 1).level() > section.level();
            if (!section.isEmpty() || (leads && section.level() > 0)) {
                filled.add(section.text());
            }
        }
        boolean said = sections.stream().anyMatch(section -> !section.isEmpty());
        return said ? String.join("\n\n", filled) : "";
    }

    private static String lines(String text) {
        List<String> kept = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line.replace("**", "").replace("__", ""));
            if (matcher.matches()) {
                kept.add("- " + matcher.group(1).strip() + ": "
                        + matcher.group(2).strip());
            }
        }
        return String.join("\n", kept);
    }

    /** The bullets below each heading; all of the text when it has none. */
    private static String bullets(String text, int mostBullets, int mostSections) {
        List<String> kept = new ArrayList<>();
        for (Section section : Section.of(text)) {
            List<String> bullets = section.body()
                    .lines()
                    .filter(line -> BULLET.matcher(line).matches())
                    .limit(mostBullets)
                    .toList();
            if (!bullets.isEmpty() && kept.size() < mostSections) {
                String heading = section.level() == 0 ? "" : section.heading() + "\n";
                kept.add(heading + String.join("\n", bullets));
            }
        }
        return kept.isEmpty() ? sections(text) : String.join("\n\n", kept);
    }

    /** A heading with the text up to the next one; level 0 for the text before the first. */
    private record Section(int level, String heading, String body) {

        static List<Section> of(String text) {
            List<Section> sections = new ArrayList<>();
            String heading = "";
            StringBuilder body = new StringBuilder();
            for (String line : text.lines().toList()) {
                if (HEADING.matcher(line).matches()) {
                    sections.add(section(heading, body));
                    heading = line.strip();
                    body.setLength(0);
                } else {
                    body.append(line).append('\n');
                }
            }
            sections.add(section(heading, body));
            return sections;
        }

        private static Section section(String heading, StringBuilder body) {
            int level = heading.isEmpty() ? 0 : heading.indexOf(' ') < 0 ? 1 : heading.indexOf(' ');
            return new Section(level, heading, body.toString().strip());
        }

        /** A bullet that waits to be filled says nothing. */
        boolean isEmpty() {
            return body.lines().allMatch(line -> line.isBlank() || line.strip().matches("[-*+]|---+"));
        }

        boolean isTitled(String title) {
            return level > 0 && heading.replaceFirst("^#+\\s+", "").strip().equalsIgnoreCase(title);
        }

        String text() {
            return heading.isEmpty() ? body : body.isEmpty() ? heading : heading + "\n" + body;
        }
    }
}
