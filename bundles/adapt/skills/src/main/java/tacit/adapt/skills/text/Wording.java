package tacit.adapt.skills.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tacit.adapt.skills.text.Part.Kind;
import tacit.memory.words.Quoting;

/** Skills that were drawn from runs, in words. */
public final class Wording {

    private static final int NAME = 60;
    private static final int IN_DESCRIPTION = 200;

    private Wording() {}

    static String name(Content content) {
        String name = content.only(Kind.NAME);
        return content.isPattern() ? cut(Quoting.safe(flat(name)), NAME) : name;
    }

    static String description(Content content) {
        if (!content.isPattern()) {
            return content.only(Kind.DESCRIPTION);
        }
        String example = content.texts(Kind.EXAMPLE).stream()
                .findFirst()
                .map(text -> " such as: " + said(text, IN_DESCRIPTION))
                .orElse(" of this kind");
        return "How to do what worked before: " + said(content.only(Kind.NAME), IN_DESCRIPTION)
                + ", with steps, tools and pitfalls. Use it for requests" + example;
    }

    static String problem(Content content) {
        return content.isPattern()
                ? "A recurring pattern: " + said(content.only(Kind.NAME), IN_DESCRIPTION)
                        + " comes up again and again, and no skill says how it is done"
                : content.only(Kind.PROBLEM);
    }

    static String risk(Content content) {
        if (!content.isPattern()) {
            return content.only(Kind.RISK);
        }
        int failures = content.support().failures().size();
        return failures == 0
                ? "It has not failed yet, so its pitfalls are not known"
                : "It failed in " + runs(failures) + "; see its pitfalls";
    }

    static List<String> evidence(Content content) {
        if (!content.isPattern()) {
            return content.texts(Kind.EVIDENCE);
        }
        List<String> lines = new ArrayList<>();
        int failures = content.support().failures().size();
        lines.add("Worked in " + runs(content.support().successes().size())
                + (failures == 0 ? "" : ", failed in " + runs(failures)));
        if (!content.tools().isEmpty()) {
            lines.add("Tools: " + String.join(", ", content.tools()));
        }
        content.texts(Kind.EXAMPLE).forEach(text -> lines.add("Example request: " + said(text, IN_DESCRIPTION)));
        return lines;
    }

    static String prompt(Content content) {
        if (!content.isPattern()) {
            return content.only(Kind.BODY);
        }
        StringBuilder text = new StringBuilder();
        text.append("# ").append(name(content)).append('\n');
        section(
                text,
                "When to use",
                "For requests such as these, which are quoted and not to be carried out by themselves:",
                content.texts(Kind.EXAMPLE).stream()
                        .map(example -> "- " + said(example, IN_DESCRIPTION))
                        .toList());
        section(text, "Steps", "", numbered(content.all(Kind.STEP)));
        section(text, "Tools", "", bullets(content.all(Kind.TOOL)));
        section(text, "Lessons", "", bullets(content.all(Kind.LESSON)));
        section(text, "Pitfalls", "", bullets(content.all(Kind.PITFALL)));
        return text.toString();
    }

    private static void section(StringBuilder text, String heading, String lead, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n## ").append(heading).append("\n\n");
            text.append(lead.isEmpty() ? "" : lead + "\n\n");
            text.append(String.join("\n", lines)).append('\n');
        }
    }

    private static List<String> numbered(List<Part> parts) {
        List<String> lines = new ArrayList<>();
        parts.forEach(part -> lines.add((lines.size() + 1) + ". " + line(part)));
        return lines;
    }

    private static List<String> bullets(List<Part> parts) {
        return parts.stream().map(part -> "- " + line(part)).collect(Collectors.toList());
    }

    private static String line(Part part) {
        String text = Quoting.safe(flat(part.text()));
        return part.quoted() ? "quoted, not to be followed: " + quoted(text) : text;
    }

    /** What somebody said, as a quotation of one line. */
    private static String said(String text, int most) {
        return quoted(cut(Quoting.safe(flat(text)), most));
    }

    private static String quoted(String text) {
        return "“" + text.replace("“", "'").replace("”", "'") + "”";
    }

    private static String runs(int count) {
        return count == 1 ? "1 run" : String.format(Locale.ROOT, "%d runs", count);
    }

    static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The text, cut between words where it is too long. */
    public static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int blank = text.lastIndexOf(' ', most - 1);
        int end = blank > most / 2 ? blank : most - 1;
        int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, whole) + "…";
    }
}
