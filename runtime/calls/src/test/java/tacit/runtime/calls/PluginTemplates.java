package tacit.runtime.calls;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.FailureTemplates;

/** A provider as a plugin brings it. */
public final class PluginTemplates implements FailureTemplates {

    /** An exception that only the plugin knows. */
    public static final class PluginException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PluginException(String message) {
            super(message);
        }
    }

    @Override
    public String template(String message, @Nullable String input) {
        if (message.isEmpty()) {
            throw new PluginException("empty");
        }
        return message.toUpperCase(Locale.ROOT);
    }
}
