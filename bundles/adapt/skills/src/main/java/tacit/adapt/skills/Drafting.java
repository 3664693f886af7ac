package tacit.adapt.skills;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tacit.adapt.skills.text.Content;
import tacit.adapt.skills.text.Content.Look;
import tacit.adapt.skills.text.Content.Support;
import tacit.adapt.skills.text.Part;
import tacit.adapt.skills.text.Part.Kind;
import tacit.adapt.skills.text.SkillNames;
import tacit.adapt.skills.text.Wording;
import tacit.api.memory.MemoryRecord;

/** Drafts a skill of a pattern: what was done where it worked, and what to beware of where it did not. */
final class Drafting {

    static final String CATEGORY = "auto-promoted";
    static final String ICON = "zap";

    private static final int STEPS = 40;
    private static final int TOOLS = 20;
    private static final int LINES = 8;
    private static final int LONGEST_LINE = 250;

    private Drafting() {}

    static Content of(Pattern pattern) {
        List<Part> parts = new ArrayList<>();
        List<String> worked = pattern.worked().stream().map(Pattern::run).toList();
        parts.add(new Part(Kind.NAME, pattern.title(), false, worked));
        steps(pattern, parts);
        pattern.tools().entrySet().stream()
                .limit(TOOLS)
                .forEach(tool -> parts.add(new Part(Kind.TOOL, cut(tool.getKey()), false, tool.getValue())));
        lessons(pattern.worked(), Kind.LESSON, parts);
        pitfalls(pattern.failed(), parts);
        pattern.requests().forEach((request, runs) -> parts.add(new Part(Kind.EXAMPLE, cut(request), true, runs)));
        return new Content(
                SkillNames.of(pattern.title(), pattern.id()),
                new Look(ICON, CATEGORY, true),
                List.of(),
                new TreeMap<>(),
                parts,
                new Support(pattern.id(), List.copyOf(pattern.successes()), List.copyOf(pattern.failures())));
    }

    /** Those of the run that did what most did; of several the newest. */
    private static void steps(Pattern pattern, List<Part> parts) {
        List<MemoryRecord> worked = pattern.worked();
        Map<String, List<String>> shared = Pattern.values(worked, record -> Pattern.below(record, Pattern.STEP));
        worked.stream()
                .max(Comparator.comparingDouble((MemoryRecord record) -> typical(record, shared))
                        .thenComparing(MemoryRecord::createdAt)
                        .thenComparing(MemoryRecord::id))
                .ifPresent(record -> Pattern.below(record, Pattern.STEP).stream()
                        .limit(STEPS)
                        .forEach(step -> parts.add(new Part(
                                Kind.STEP, cut(step), isForeign(record), shared.getOrDefault(step, List.of())))));
    }

    /** The mean share of the runs that did each of its steps. */
    private static double typical(MemoryRecord record, Map<String, List<String>> shared) {
        return Pattern.below(record, Pattern.STEP).stream()
                .mapToInt(step -> shared.getOrDefault(step, List.of()).size())
                .average()
                .orElse(0);
    }

    private static void lessons(List<MemoryRecord> records, Kind kind, List<Part> parts) {
        boolean foreign = records.stream().anyMatch(Drafting::isForeign);
        Pattern.values(records, record -> Pattern.one(record, Pattern.LESSON)).entrySet().stream()
                .limit(LINES)
                .forEach(lesson -> parts.add(new Part(kind, cut(lesson.getKey()), foreign, lesson.getValue())));
    }

    /** The words of an error are those of a tool, whoever kept them. */
    private static void pitfalls(List<MemoryRecord> failed, List<Part> parts) {
        lessons(failed, Kind.PITFALL, parts);
        Pattern.values(failed, Drafting::error).entrySet().stream()
                .limit(LINES)
                .forEach(error -> parts.add(new Part(Kind.PITFALL, error.getKey(), true, error.getValue())));
    }

    private static List<String> error(MemoryRecord record) {
        String category = record.attribute(Pattern.CATEGORY)
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .replace('_', ' ');
        return Pattern.one(record, Pattern.ERROR).stream()
                .map(error -> "failed (" + category + "): " + cut(error))
                .toList();
    }

    private static boolean isForeign(MemoryRecord record) {
        return !record.lane().mayInstruct();
    }

    private static String cut(String text) {
        return Wording.cut(text.replaceAll("\\s+", " ").strip(), LONGEST_LINE);
    }
}
