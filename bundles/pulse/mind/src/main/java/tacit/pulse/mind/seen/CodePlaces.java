package tacit.pulse.mind.seen;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.api.memory.WorkspaceFiles;
import tacit.pulse.mind.store.Digest;

/** Which repository a workspace's folder is: by its origin, else by where it lies. Thread-safe. */
final class CodePlaces {

    private static final int MOST_BYTES = 20_000;
    private static final int SHORT = 16;
    private static final Pattern ORIGIN =
            Pattern.compile("\\[remote \"origin\"\\][^\\[]*?url\\s*=\\s*(\\S+)", Pattern.DOTALL);
    private static final Pattern GITHUB = Pattern.compile(
            "github\\.com[/:]([\\w.-]{1,100})/([\\w.-]{1,100}?)(?:\\.git)?/?$", Pattern.CASE_INSENSITIVE);

    private final WorkspaceFiles files;

    CodePlaces(WorkspaceFiles files) {
        this.files = files;
    }

    /** A repository. Immutable. */
    record Place(String key, String label) {}

    /** Empty for a folder that is none. */
    Optional<Place> of(String workspace) {
        return files.read(workspace, ".git/config", MOST_BYTES).map(config -> {
            Matcher origin = ORIGIN.matcher(config.text());
            Matcher known = GITHUB.matcher(origin.find() ? origin.group(1) : "");
            if (known.find()) {
                String name = (known.group(1) + "/" + known.group(2)).toLowerCase(Locale.ROOT);
                return new Place("code_workspace:github:" + name, "the repository " + name);
            }
            String path = files.folder(workspace).orElse(workspace);
            return new Place(
                    "code_workspace:repo:" + Digest.ofText(path).substring(0, SHORT), "the repository of " + workspace);
        });
    }
}
