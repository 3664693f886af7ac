package tacit.api.adapt;

import java.util.List;
import java.util.Objects;

/**
 * What a skill says. Immutable.
 *
 * @param id its name for programs
 * @param name for people
 * @param description what it does and when to use it
 * @param prompt what the agent is told, as Markdown
 * @param icon such as {@code zap}; may be empty
 * @param category such as {@code auto-promoted}; may be empty
 * @param parameters what its prompt takes
 * @param enabled whether agents are to be told of it
 */
public record SkillDraft(
        String id,
        String name,
        String description,
        String prompt,
        String icon,
        String category,
        List<SkillParameter> parameters,
        boolean enabled) {

    public SkillDraft {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(prompt, "prompt");
        Objects.requireNonNull(icon, "icon");
        Objects.requireNonNull(category, "category");
        parameters = List.copyOf(parameters);
    }
}
