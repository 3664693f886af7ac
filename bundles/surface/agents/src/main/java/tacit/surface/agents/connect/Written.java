package tacit.surface.agents.connect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we wrote to a settings file. Immutable.
 *
 * @param hooks in their order
 * @param env in their order
 * @param made the objects and lists that were not there before: {@code env}, {@code hooks}, {@code hooks.EVENT}
 * @param block the marked block of a TOML file; null for JSON
 */
record Written(
        List<HookEntry> hooks,
        List<EnvValue> env,
        List<String> made,
        @Nullable String block) {

    static final Written NOTHING = new Written(List.of(), List.of(), List.of(), null);

    Written {
        hooks = List.copyOf(hooks);
        env = List.copyOf(env);
        made = List.copyOf(made);
    }

    static Written block(String block) {
        return new Written(List.of(), List.of(), List.of(), block);
    }
}
