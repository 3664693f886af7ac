package tacit.surface.agents.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tacit.surface.agents.text.JsonText;

/** Takes out of a JSON settings file what we wrote there; what the user changed since stays, and is named. Confined to one thread. */
final class HookRemoval {

    private final List<String> notes = new ArrayList<>();
    private JsonText json;

    private HookRemoval(JsonText json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException where the text is no JSON object, with the place */
    static Edited from(String text, Written written) {
        HookRemoval removal = new HookRemoval(JsonText.of(text));
        written.hooks().forEach(removal::hook);
        written.env().forEach(removal::variable);
        List<String> made = new ArrayList<>(written.made());
        Collections.reverse(made);
        made.forEach(removal::empty);
        return new Edited(removal.json.toString(), Written.NOTHING, removal.notes);
    }

    private void hook(HookEntry hook) {
        int index = HookSettings.indexOf(json, hook);
        if (index >= 0) {
            json = json.remove(List.of(HookSettings.HOOKS, hook.event()), index);
        } else if (holdsCommand(hook)) {
            notes.add("The hook for " + hook.event() + " was changed since; it is left as it is");
        }
    }

    private boolean holdsCommand(HookEntry hook) {
        String command = hook.entry().path("hooks").path(0).path("command").toString();
        return json.node()
                .path(HookSettings.HOOKS)
                .path(hook.event())
                .toString()
                .contains(command);
    }

    private void variable(EnvValue variable) {
        JsonNode known = json.node().path(HookSettings.ENV).path(variable.name());
        if (known.isMissingNode()) {
            return;
        }
        if (!known.isTextual() || !known.textValue().equals(variable.value())) {
            notes.add("The variable " + variable.name() + " was changed since; it is left as it is");
            return;
        }
        JsonNode previous = variable.previous();
        json = previous == null || previous.isNull()
                ? json.remove(List.of(HookSettings.ENV), variable.name())
                : json.put(List.of(HookSettings.ENV), variable.name(), previous);
    }

    private void empty(String name) {
        int dot = name.indexOf('.');
        List<String> path = dot < 0 ? List.of() : List.of(name.substring(0, dot));
        String last = name.substring(dot + 1);
        JsonNode owner = path.isEmpty() ? json.node() : json.node().path(path.get(0));
        if (owner.has(last)
                && owner.get(last).isContainerNode()
                && owner.get(last).isEmpty()) {
            json = json.remove(path, last);
        }
    }
}
