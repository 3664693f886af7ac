package tacit.api.adapt;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which version of which skill agents are told of, by workspace, as a generation names them. Immutable.
 *
 * <p>As text it has a line for each, such as {@code default/run-tests@3}; {@code default/-} says that a workspace offers none; what is no plain letter
 * in the id of a workspace is written as in a URL's query. A
 * workspace that is not named offers the newest version of each of its active skills. What is one user's own is never named.
 *
 * @param workspaces workspace to the names of its skills and their versions
 */
public record OfferedSkills(SortedMap<String, SortedMap<String, Integer>> workspaces) {

    /** The setting, of each component of a bundle of skills that shows skills to agents. */
    public static final String SETTING = "offered";

    /** Every workspace offers what is active. */
    public static final OfferedSkills UNNAMED = new OfferedSkills(new TreeMap<>());

    private static final Pattern LINE = Pattern.compile("([^/\\s]+)/(?:-|([a-z0-9]+(?:-[a-z0-9]+)*)@([1-9]\\d{0,8}))");

    public OfferedSkills {
        SortedMap<String, SortedMap<String, Integer>> copy = new TreeMap<>();
        workspaces.forEach(
                (workspace, skills) -> copy.put(workspace, Collections.unmodifiableSortedMap(new TreeMap<>(skills))));
        workspaces = Collections.unmodifiableSortedMap(copy);
    }

    /**
     * Reads what {@link #text} wrote; commas may stand in place of line breaks.
     *
     * @throws IllegalArgumentException when a line is none, or names a skill twice
     */
    public static OfferedSkills read(String text) {
        SortedMap<String, SortedMap<String, Integer>> workspaces = new TreeMap<>();
        for (String part : text.split("[,\\r\\n]", -1)) {
            String line = part.strip();
            if (!line.isEmpty()) {
                add(workspaces, line);
            }
        }
        return new OfferedSkills(workspaces);
    }

    private static void add(SortedMap<String, SortedMap<String, Integer>> workspaces, String line) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "offered must have lines such as WORKSPACE/NAME@VERSION, got '" + line + "'");
        }
        SortedMap<String, Integer> skills = workspaces.computeIfAbsent(
                URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8), any -> new TreeMap<>());
        if (matcher.group(2) != null && skills.put(matcher.group(2), Integer.valueOf(matcher.group(3))) != null) {
            throw new IllegalArgumentException("offered must name a skill once, got '" + line + "' again");
        }
    }

    public String text() {
        StringBuilder lines = new StringBuilder();
        workspaces.forEach((id, skills) -> {
            String workspace = URLEncoder.encode(id, StandardCharsets.UTF_8);
            if (skills.isEmpty()) {
                lines.append(workspace).append("/-\n");
            }
            skills.forEach((name, version) -> lines.append(workspace)
                    .append('/')
                    .append(name)
                    .append('@')
                    .append(version)
                    .append('\n'));
        });
        return lines.toString().strip();
    }

    /** The versions that a workspace offers, by name; empty when it is not named. */
    public Optional<SortedMap<String, Integer>> of(String workspaceId) {
        return Optional.ofNullable(workspaces.get(workspaceId));
    }

    /** The same, but that a workspace offers exactly these. */
    public OfferedSkills with(String workspaceId, Map<String, Integer> skills) {
        SortedMap<String, SortedMap<String, Integer>> all = new TreeMap<>(workspaces);
        all.put(workspaceId, new TreeMap<>(skills));
        return new OfferedSkills(all);
    }
}
