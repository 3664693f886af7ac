package tacit.api.pulse;

import java.util.List;
import java.util.Objects;

/**
 * A digital twin: a preset of a persona, for prompts alone. It owns no heartbeat, no reflection and no memory. Immutable.
 *
 * @param id lower case letters, digits and hyphens
 * @param name for people
 * @param description what it is for
 * @param version such as {@code 1.0.0}
 * @param icon a sign
 * @param color such as {@code #3366ff}
 * @param category engineering, management, product, data or operations
 * @param capabilities what it can do, at least one
 * @param systemPrompt how it speaks and works
 * @param skills the names of skills it likes to use
 * @param tags words to find it by
 */
public record Twin(
        String id,
        String name,
        String description,
        String version,
        String icon,
        String color,
        String category,
        List<String> capabilities,
        String systemPrompt,
        List<String> skills,
        List<String> tags) {

    public Twin {
        Objects.requireNonNull(id, "id");
        capabilities = List.copyOf(capabilities);
        skills = List.copyOf(skills);
        tags = List.copyOf(tags);
        if (!id.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "twin.id must be 1 to 64 lower case letters, digits and hyphens, got '" + id + "'");
        }
        if (name.isBlank() || systemPrompt.isBlank() || capabilities.isEmpty()) {
            throw new IllegalArgumentException("twin '" + id + "' must have a name, a system prompt and a capability");
        }
    }
}
