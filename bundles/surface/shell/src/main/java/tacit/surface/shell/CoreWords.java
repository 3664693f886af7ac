package tacit.surface.shell;

import tacit.api.pulse.ScopedSettings.Resolved;
import tacit.api.pulse.SettingScope;

/** Words for settings by scope. */
final class CoreWords {

    private CoreWords() {}

    /** Who says so. */
    static String from(Resolved resolved) {
        SettingScope scope = resolved.scope();
        return scope == null ? "default" : Words.lower(scope);
    }
}
