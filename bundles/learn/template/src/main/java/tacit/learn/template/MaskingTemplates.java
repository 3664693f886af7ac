package tacit.learn.template;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.learn.FailureTemplates;

/** Masks what the call had named, then what differs by its form. Immutable. */
@Component(property = Role.PROPERTY + "=failure-template")
@Designate(ocd = MaskingTemplates.Config.class)
public final class MaskingTemplates implements FailureTemplates {

    /** The length of a template unless an operator sets another. */
    public static final int LONGEST_TEMPLATE = 200;

    /** How much of a call is looked at unless an operator sets another length. */
    public static final int LONGEST_INPUT = 20_000;

    /** The length of a name unless an operator sets another. */
    public static final int SHORTEST_NAME = 3;

    /** How closely messages are looked at. */
    @ObjectClassDefinition(name = "Tacit templates of failures")
    public @interface Config {

        @AttributeDefinition(
                name = "Longest template",
                description = "A template is cut off behind so many characters, at least 20",
                min = "20")
        int longest() default LONGEST_TEMPLATE;

        @AttributeDefinition(
                name = "Longest input",
                description = "Names that a call held behind so many characters are not recognised, at least 0",
                min = "0")
        int longest_input() default LONGEST_INPUT;

        @AttributeDefinition(
                name = "Shortest name",
                description = "A name of the call that has fewer characters is not masked, at least 1",
                min = "1")
        int shortest_name() default SHORTEST_NAME;
    }

    private final EchoedWords echoed;
    private final ErrorTemplate template;

    @Activate
    public MaskingTemplates(Config config) {
        this(config.longest(), config.longest_input(), config.shortest_name());
    }

    public MaskingTemplates(int longestTemplate, int longestInput, int shortestName) {
        atLeast("longest", 20, longestTemplate);
        atLeast("longest.input", 0, longestInput);
        atLeast("shortest.name", 1, shortestName);
        echoed = new EchoedWords(longestInput, shortestName);
        template = new ErrorTemplate(Masks.read(), longestTemplate);
    }

    /** The provider as it is without any setting. */
    public static MaskingTemplates unconfigured() {
        return new MaskingTemplates(LONGEST_TEMPLATE, LONGEST_INPUT, SHORTEST_NAME);
    }

    @Override
    public String template(String message, @Nullable String input) {
        return template.of(echoed.mask(message, input));
    }

    private static void atLeast(String name, int least, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", got " + value);
        }
    }
}
