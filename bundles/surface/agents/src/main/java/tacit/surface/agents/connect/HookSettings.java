package tacit.surface.agents.connect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.surface.agents.text.JsonText;

/** Puts hooks and variables into a JSON settings file; what is there already stays where it is. Confined to one thread. */
final class HookSettings {

    static final String HOOKS = "hooks";
    static final String ENV = "env";

    private final List<HookEntry> hooks = new ArrayList<>();
    private final List<EnvValue> env = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private JsonText json;

    private HookSettings(JsonText json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException where the text is no such settings file, with the place */
    static Edited with(String text, List<HookEntry> hooks, Map<String, String> env, List<String> notes) {
        HookSettings settings = new HookSettings(JsonText.of(text));
        settings.check(ENV, settings.json.node().get(ENV), false);
        settings.check(HOOKS, settings.json.node().get(HOOKS), false);
        env.forEach(settings::set);
        hooks.forEach(settings::hook);
        boolean changed = !settings.json.node().equals(JsonText.of(text).node());
        return new Edited(
                changed ? settings.json.toString() : text,
                new Written(settings.hooks, settings.env, settings.made, null),
                notes);
    }

    private void set(String name, String value) {
        container(ENV);
        JsonNode known = json.node().path(ENV).get(name);
        if (known == null || !known.asText().equals(value)) {
            json = json.put(List.of(ENV), name, JsonNodeFactory.instance.textNode(value));
            env.add(new EnvValue(name, value, known));
        }
    }

    private void hook(HookEntry hook) {
        container(HOOKS);
        check(HOOKS + "." + hook.event(), json.node().path(HOOKS).get(hook.event()), true);
        if (!json.node().path(HOOKS).has(hook.event())) {
            json = json.put(List.of(HOOKS), hook.event(), JsonNodeFactory.instance.arrayNode());
            made.add(HOOKS + "." + hook.event());
        }
        if (indexOf(json, hook) < 0) {
            json = json.add(List.of(HOOKS, hook.event()), hook.entry());
        }
        hooks.add(hook);
    }

    private void container(String name) {
        if (!json.node().has(name)) {
            json = json.put(List.of(), name, JsonNodeFactory.instance.objectNode());
            made.add(name);
        }
    }

    private void check(String name, @Nullable JsonNode value, boolean list) {
        if (value != null && !(list ? value.isArray() : value.isObject())) {
            throw new IllegalArgumentException(name + " must be " + (list ? "a list" : "an object") + ", it is "
                    + value.getNodeType().name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** Where a hook stands in the list of its event; -1 where it does not. */
    static int indexOf(JsonText json, HookEntry hook) {
        JsonNode list = json.node().path(HOOKS).path(hook.event());
        for (int i = 0; i < list.size(); i++) {
            if (hook.entry().equals(list.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
