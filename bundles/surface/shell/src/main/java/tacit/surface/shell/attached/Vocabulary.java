package tacit.surface.shell.attached;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.felix.service.command.Descriptor;

/** The options and verbs of a command, as the annotations of its methods tell them. */
final class Vocabulary {

    private static final Pattern BETWEEN = Pattern.compile("[,;:|(\\[]|\\bor\\b");
    private static final Pattern VERB = Pattern.compile("[a-z][a-z-]*[a-z]");
    private static final Pattern ALONE_OR_WITH_NAMES = Pattern.compile("[a-z-]+[\\])]*( +[\\[(A-Z'<…].*)?");

    private Vocabulary() {}

    /** Options, such as {@code --json}. */
    static Set<String> options(Object commands, String name) {
        Set<String> options = new TreeSet<>();
        methods(commands, name)
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .map(parameter -> parameter.getAnnotation(org.apache.felix.service.command.Parameter.class))
                .filter(Objects::nonNull)
                .forEach(option -> options.addAll(List.of(option.names())));
        return options;
    }

    /** Words that say what to do, such as {@code create} of "list, create NAME or revoke NAME". */
    static Set<String> verbs(Object commands, String name) {
        Set<String> verbs = new TreeSet<>();
        methods(commands, name).forEach(method -> {
            Descriptor whole = method.getAnnotation(Descriptor.class);
            String text = whole == null ? "" : whole.value();
            int list = text.indexOf(':');
            if (list >= 0) {
                verbs.addAll(verbs(text.substring(list + 1)));
            }
            for (Parameter parameter : method.getParameters()) {
                Descriptor words = parameter.getAnnotation(Descriptor.class);
                if (parameter.getType().isArray() && words != null) {
                    verbs.addAll(verbs(words.value()));
                }
            }
        });
        return verbs;
    }

    static Set<String> verbs(String description) {
        Set<String> verbs = new TreeSet<>();
        for (String part : BETWEEN.split(description, -1)) {
            String words = part.strip();
            String verb = words.split("[ \\])]", 2)[0];
            if (VERB.matcher(verb).matches()
                    && ALONE_OR_WITH_NAMES.matcher(words).matches()) {
                verbs.add(verb);
            }
        }
        return verbs;
    }

    private static Stream<Method> methods(Object commands, String name) {
        return Arrays.stream(commands.getClass().getMethods())
                .filter(method -> method.getName().equals(name));
    }
}
