package tacit.model.choice;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.model.ModelAnswer;
import tacit.api.model.ModelChoice;
import tacit.api.model.ModelPurpose;
import tacit.api.model.ModelQuestion;

/** The model of its settings: that of the agent, else of the purpose, else of all. Immutable, thread-safe. */
@Component(property = Role.PROPERTY + "=model-choice")
@Designate(ocd = SetModelChoice.Config.class)
public final class SetModelChoice implements ModelChoice {

    private final @Nullable String model;
    private final ModelLines byAgent;
    private final ModelLines byPurpose;

    /** Which models. */
    @ObjectClassDefinition(name = "Tacit choice of models")
    public @interface Config {

        @AttributeDefinition(
                description = "The id of the model for all that say nothing else; empty for the caller's own")
        String model() default "";

        @AttributeDefinition(
                description = "AGENT=MODEL, one a line or with commas between: the model of an agent, before all else")
        String by_agent() default "";

        @AttributeDefinition(
                description = "PURPOSE=MODEL, one a line or with commas between; a purpose is agent or subagent")
        String by_purpose() default "";
    }

    @Activate
    public SetModelChoice(Config config) {
        this.model = config.model().isBlank()
                ? null
                : ModelLines.id("model", config.model().strip());
        this.byAgent = ModelLines.read("by.agent", config.by_agent());
        this.byPurpose = ModelLines.read("by.purpose", config.by_purpose());
        byPurpose.names().forEach(SetModelChoice::checkPurpose);
    }

    private static void checkPurpose(String name) {
        for (ModelPurpose purpose : ModelPurpose.values()) {
            if (word(purpose).equals(name)) {
                return;
            }
        }
        throw new IllegalArgumentException("by.purpose must name agent or subagent, got '" + name + "'");
    }

    @Override
    public ModelAnswer choose(ModelQuestion question) {
        String agent = question.agent();
        String ofAgent = agent == null ? null : byAgent.model(agent);
        if (ofAgent != null) {
            return ModelAnswer.of(ofAgent, "It is set for agent '" + agent + "'");
        }
        String ofPurpose = byPurpose.model(word(question.purpose()));
        if (ofPurpose != null) {
            return ModelAnswer.of(ofPurpose, "It is set for purpose " + word(question.purpose()));
        }
        return model == null ? ModelAnswer.own(question.own()) : ModelAnswer.of(model, "It is set for all");
    }

    private static String word(ModelPurpose purpose) {
        return purpose.name().toLowerCase(Locale.ROOT);
    }
}
