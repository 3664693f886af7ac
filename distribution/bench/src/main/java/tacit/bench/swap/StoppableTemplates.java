package tacit.bench.swap;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tacit.api.learn.FailureTemplates;
import tacit.learn.template.MaskingTemplates;

/** The provider of its bundle, which refuses every answer that its deactivation came into. Thread-safe. */
public final class StoppableTemplates implements FailureTemplates {

    private volatile @Nullable FailureTemplates templates;

    /** Called by declarative services with the configuration. */
    public void activate(Map<String, Object> settings) {
        int longest = Integer.parseInt(
                String.valueOf(settings.getOrDefault(ProviderJars.SETTING, MaskingTemplates.LONGEST_TEMPLATE)));
        templates = new MaskingTemplates(longest, MaskingTemplates.LONGEST_INPUT, MaskingTemplates.SHORTEST_NAME);
    }

    public void deactivate() {
        templates = null;
    }

    @Override
    public String template(String message, @Nullable String input) {
        String answer = active().template(message, input);
        active();
        return answer;
    }

    private FailureTemplates active() {
        FailureTemplates current = templates;
        if (current == null) {
            throw new IllegalStateException("Cannot answer: the provider was stopped");
        }
        return current;
    }
}
