package tacit.adapt.skills;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.adapt.skills.text.Json;
import tacit.api.trace.Attribute;
import tacit.api.trace.Operation;
import tacit.api.trace.RecordedTrace;
import tacit.api.trace.Span;

/**
 * Tells which skills a run used: those that it names itself, those that it loaded by a tool for skills, and those whose file it
 * read. That a skill was offered is no use.
 */
final class UsedSkills {

    private static final Pattern TOOL = Pattern.compile(
            "(?:.*[_./:-])?(?:skill|use_skill|activate_skill|load_skill|read_skill|get_skill|skill_read)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("(?<![a-z0-9-])([a-z0-9]+(?:-[a-z0-9]+)*)[/\\\\]+SKILL\\.md");
    private static final Set<String> FIELDS = Set.of("name", "skill", "skill_name", "skillName", "command");

    private UsedSkills() {}

    /** Names, of which some may be no skill's. */
    static Set<String> of(RecordedTrace run) {
        Set<String> names = new TreeSet<>(named(run));
        for (Span span : run.spans()) {
            String input = span.input();
            if (span.operation().equals(Operation.EXECUTE_TOOL) && input != null) {
                Matcher file = FILE.matcher(input);
                while (file.find()) {
                    names.add(file.group(1));
                }
                if (TOOL.matcher(span.tool().orElse(span.name())).matches()) {
                    names.addAll(asked(input));
                }
            }
        }
        return names;
    }

    private static List<String> named(RecordedTrace run) {
        Object used = run.trace().attributes().get(Attribute.SKILLS_USED);
        List<String> words = used instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : used == null ? List.of() : Arrays.asList(String.valueOf(used).split(",", -1));
        return words.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
    }

    private static Set<String> asked(String input) {
        Set<String> names = new TreeSet<>();
        ObjectNode arguments = Json.read(input).orElseGet(Json::object);
        for (String field : FIELDS) {
            JsonNode value = arguments.path(field);
            if (value.isTextual()) {
                names.add(value.textValue().strip());
            }
        }
        return names;
    }
}
