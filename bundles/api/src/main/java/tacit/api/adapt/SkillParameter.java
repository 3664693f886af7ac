package tacit.api.adapt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What stands for <code>{{name}}</code> in the prompt of a skill. Immutable.
 *
 * @param name as it stands in the prompt
 * @param type such as {@code string}
 * @param description for who fills it in
 * @param required whether it must be given
 * @param fallback what is taken where it is not given; null for nothing
 */
public record SkillParameter(
        String name,
        String type,
        String description,
        boolean required,
        @Nullable String fallback) {

    public SkillParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(description, "description");
    }
}
