package tacit.panel.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.SkillFile;
import tacit.api.adapt.SkillFolders;
import tacit.api.adapt.SkillVersion;
import tacit.api.http.HttpProblem;
import tacit.api.page.View;
import tacit.api.store.Scope;

/** What a skill says as a file, and what two of its versions say. Immutable. */
record SkillText(@Nullable SkillFolders folders) {

    /** Values of the page: {@code path} and {@code document}, and {@code written}, which is false where nobody can say. */
    Map<String, Object> values(Scope owner, String name) {
        Map<String, Object> values = new LinkedHashMap<>(Map.of("written", false));
        SkillFolders open = folders;
        try {
            if (open != null) {
                SkillFile file = open.document(owner, name).orElse(null);
                values.put("written", true);
                values.put("path", file == null ? "" : file.path());
                values.put("document", file == null ? "" : file.text());
            }
        } catch (IllegalStateException e) {
            // The role has no provider now: the page says that nobody can say
            values.put("written", false);
        }
        return values;
    }

    /** Values of the page: {@code before} and {@code after}, two versions, where the address names one of them. */
    static Map<String, Object> beside(View view, List<SkillVersion> versions, SkillVersion current) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (view.parameter("beside").isPresent()) {
            SkillVersion before = version(view, "beside", versions, current);
            SkillVersion after = version(view, "with", versions, current);
            values.put("before", before);
            values.put("after", after);
            values.put("old", text(before));
            values.put("new", text(after));
        }
        return values;
    }

    private static SkillVersion version(View view, String name, List<SkillVersion> versions, SkillVersion usual) {
        String wanted = view.parameter(name).orElse(String.valueOf(usual.version()));
        return versions.stream()
                .filter(one -> String.valueOf(one.version()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new HttpProblem(404, "The skill has no version '" + wanted + "'"));
    }

    /** All that a version says, so that no difference is missed. */
    private static String text(SkillVersion version) {
        String parameters = version.content().parameters().stream()
                .map(one -> "- " + one.name())
                .collect(Collectors.joining("\n"));
        return "# " + version.content().name() + "\n\n" + version.content().description() + "\n\n"
                + version.content().prompt() + (parameters.isEmpty() ? "" : "\n\nParameters:\n" + parameters);
    }
}
