package tacit.surface.mission.view;

import org.jspecify.annotations.Nullable;

/** The setting of the page that a thread is making: macros see nothing but their arguments. Thread-safe. */
final class Shown {

    // Gone with its templates, as a static one would not be
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<Templates.@Nullable Setting> setting = new ThreadLocal<>();

    void begin(Templates.Setting next) {
        setting.set(next);
    }

    void end() {
        setting.remove();
    }

    Templates.Setting now() {
        Templates.Setting current = setting.get();
        if (current == null) {
            throw new IllegalStateException("No page is being made on this thread");
        }
        return current;
    }
}
