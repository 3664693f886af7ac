package tacit.runtime.harness.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tacit.api.trust.BundleFacts;
import tacit.api.trust.ComponentFacts;
import tacit.runtime.harness.HostOffer;
import tacit.runtime.harness.routing.DeclaredRole;

/**
 * What a bundle needs of the host, in words.
 *
 * @param all everything
 * @param missing what is not there, each a sentence
 */
record Needs(List<String> all, List<String> missing) {

    /** The roles of bundles that fill none. */
    private static final String EXTENSION = "extension/";

    Needs {
        all = List.copyOf(all);
        missing = List.copyOf(missing);
    }

    static Needs of(BundleFacts facts, HostOffer host, List<DeclaredRole> roles) {
        List<String> all = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        facts.roles().forEach((role, type) -> addRole(role, type, roles, missing));
        facts.imports().forEach((name, range) -> {
            String words = ("imports package " + name + " " + range).strip();
            all.add(words);
            if (!host.exports(name, range)) {
                missing.add("It " + words + ", which no bundle exports");
            }
        });
        for (ComponentFacts component : facts.components()) {
            for (String type : component.references()) {
                String words = "component " + component.name() + " needs a service of interface " + type;
                all.add(words);
                if (!offersItself(facts, type) && !host.registers(type)) {
                    missing.add("Its " + words + ", which nobody offers");
                }
            }
        }
        return new Needs(all, missing);
    }

    private static boolean offersItself(BundleFacts facts, String type) {
        return facts.components().stream()
                .anyMatch(component -> component.interfaces().contains(type));
    }

    private static void addRole(String role, String type, List<DeclaredRole> roles, List<String> missing) {
        if (role.startsWith(EXTENSION)) {
            return;
        }
        String family = DeclaredRole.family(role);
        Optional<DeclaredRole> declared =
                roles.stream().filter(each -> each.name().equals(family)).findFirst();
        if (declared.isEmpty()) {
            missing.add("It fills role " + role + ", which this host does not know");
        } else if (declared.get().many() != role.contains("/")) {
            missing.add(
                    declared.get().many()
                            ? "It fills role " + family + " without a name of its own: it must be " + family + "/<name>"
                            : "It fills role " + role + ", and " + family + " takes no further name");
        } else if (!declared.get().type().getName().equals(type)) {
            missing.add("It fills role " + role + " with interface " + type + ", which must be "
                    + declared.get().type().getName());
        }
    }
}
