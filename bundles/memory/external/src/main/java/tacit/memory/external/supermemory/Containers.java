package tacit.memory.external.supermemory;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tacit.memory.external.Digest;

/**
 * Where texts of a workspace lie in the service, and where else they may. Immutable.
 *
 * @param template of the workspace's own container
 * @param custom further containers
 */
record Containers(String template, List<Custom> custom) {

    static final String TEMPLATE = "cowork:{workspaceId}";

    private static final String FALLBACK = "cowork-workspace";
    private static final int LONGEST = 100;
    private static final int LONGEST_PLAIN = 60;
    private static final int LONGEST_DESCRIPTION = 240;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9_:-]+");
    private static final Pattern DASHES = Pattern.compile("-{2,}");
    private static final Pattern EDGES = Pattern.compile("^-+|-+$");

    /**
     * A container that may be named besides.
     *
     * @param tag as the service knows it
     * @param description for people
     */
    record Custom(String tag, String description) {}

    Containers {
        Objects.requireNonNull(template, "template");
        custom = List.copyOf(custom);
    }

    /** As an operator writes them: {@code tag | description}; blank ones are left out. */
    static Containers of(String template, String... custom) {
        return new Containers(
                template.isBlank() ? TEMPLATE : template.strip(),
                Arrays.stream(custom)
                        .map(text -> text.split("\\|", 2))
                        .filter(parts -> !parts[0].isBlank())
                        .map(parts -> new Custom(tag(parts[0]), parts.length == 1 ? "" : cut(parts[1].strip())))
                        .toList());
    }

    private static String cut(String description) {
        return description.length() <= LONGEST_DESCRIPTION
                ? description
                : description.substring(0, LONGEST_DESCRIPTION);
    }

    /** A text as a tag that the service takes. */
    static String tag(String text) {
        String bare = PLACEHOLDER.matcher(text).replaceAll("");
        String plain = DASHES.matcher(FOREIGN.matcher(bare).replaceAll("-")).replaceAll("-");
        String trimmed = EDGES.matcher(plain).replaceAll("");
        String bounded = trimmed.length() <= LONGEST ? trimmed : trimmed.substring(0, LONGEST);
        return bounded.isEmpty() ? FALLBACK : bounded;
    }

    /** The workspace's own. */
    String own(String workspaceId, String workspaceName) {
        return tag(template.replace("{workspaceId}", distinct(workspaceId)).replace("{workspaceName}", workspaceName));
    }

    // Two ids that look alike as tags must not share a container
    private static String distinct(String workspaceId) {
        String plain = tag(workspaceId);
        return plain.equals(workspaceId)
                ? workspaceId
                : plain.substring(0, Math.min(plain.length(), LONGEST_PLAIN)) + "-" + Digest.of(workspaceId, 8);
    }

    /**
     * The one that is asked for, where it is allowed; the workspace's own for null.
     *
     * @throws IllegalArgumentException when it is another one
     */
    String allowed(String workspaceId, String workspaceName, @Nullable String asked) {
        String own = own(workspaceId, workspaceName);
        if (asked == null || asked.isBlank()) {
            return own;
        }
        String wanted = tag(asked);
        if (wanted.equals(own)
                || custom.stream().anyMatch(container -> container.tag().equals(wanted))) {
            return wanted;
        }
        throw new IllegalArgumentException("container is not allowed, got '" + wanted + "'");
    }
}
