package tacit.pulse.guardrails;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;

/** Says whether a rule speaks of an act. What allows must fit all of it, what denies or asks any part. Pure. */
final class RuleMatch {

    private RuleMatch() {}

    static boolean fits(ActionRequest request, PermissionRule rule) {
        if (!isOf(rule.tool(), Acts.tool(request))) {
            return false;
        }
        return switch (rule.scope()) {
            case TOOL -> isOf(rule.pattern(), Acts.tool(request));
            case MCP_SERVER -> rule.pattern().equals(Acts.detail(request, "server"));
            case COMMAND_PREFIX -> fitsCommand(Acts.detail(request, "command"), rule);
            case PATH -> fitsPath(request, rule);
            case DOMAIN -> fitsDomain(domain(request), rule.pattern());
        };
    }

    private static boolean isOf(@Nullable String pattern, String tool) {
        if (pattern == null) {
            return true;
        }
        String wanted = pattern.toLowerCase(Locale.ROOT);
        return wanted.endsWith("*") ? tool.startsWith(wanted.substring(0, wanted.length() - 1)) : tool.equals(wanted);
    }

    private static boolean fitsCommand(String command, PermissionRule rule) {
        if (command.isBlank()) {
            return false;
        }
        List<String> wanted = words(rule.pattern());
        if (rule.effect() == PermissionEffect.ALLOW) {
            return command.strip().equals(rule.pattern().strip())
                    || (isPlain(command) && begins(words(command), wanted));
        }
        return Stream.concat(Stream.of(words(command)), parts(command)).anyMatch(words -> begins(words, wanted));
    }

    /** Whether it is one command and nothing of it is known only when it runs. */
    private static boolean isPlain(String command) {
        ShellText read = ShellText.of(PlainText.of(command), new Variables());
        return !read.broken()
                && read.inner().isEmpty()
                && read.rows().size() == 1
                && read.rows().get(0).size() == 1
                && read.rows().get(0).get(0).targets().isEmpty()
                && read.rows().get(0).get(0).words().stream().noneMatch(ShellWord::unknown);
    }

    private static Stream<List<String>> parts(String command) {
        return ShellText.of(PlainText.of(command).replace("\\\n", ""), new Variables()).rows().stream()
                .flatMap(List::stream)
                .flatMap(one -> Wrappers.all(one).stream())
                .map(one -> Stream.concat(Stream.of(one.program()), one.texts().stream())
                        .toList());
    }

    private static List<String> words(String command) {
        return ShellText.of(PlainText.of(command), new Variables()).rows().stream()
                .flatMap(List::stream)
                .flatMap(one -> one.words().stream())
                .map(ShellWord::text)
                .toList();
    }

    private static boolean begins(List<String> words, List<String> wanted) {
        return !wanted.isEmpty()
                && words.size() >= wanted.size()
                && words.subList(0, wanted.size()).equals(wanted);
    }

    private static boolean fitsPath(ActionRequest request, PermissionRule rule) {
        List<String> paths = Acts.PATHS.stream()
                .flatMap(name -> PlainText.of(Acts.detail(request, name)).lines())
                .filter(path -> !path.isBlank())
                .map(ProtectedPaths::normal)
                .toList();
        String wanted = ProtectedPaths.normal(rule.pattern());
        return rule.effect() == PermissionEffect.ALLOW
                ? !paths.isEmpty() && paths.stream().allMatch(path -> isIn(path, wanted))
                : paths.stream().anyMatch(path -> isIn(path, wanted));
    }

    private static boolean isIn(String path, String folder) {
        boolean outside = path.startsWith("/") || path.startsWith("..");
        return folder.isEmpty()
                ? !outside
                : path.equals(folder) || path.startsWith(folder.equals("/") ? "/" : folder + "/");
    }

    private static String domain(ActionRequest request) {
        String given = Acts.detail(request, "domain");
        String domain = given.isBlank()
                ? Acts.detail(request, "url")
                        .replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "")
                        .replaceFirst("[/?#].*$", "")
                : given;
        return domain.replaceFirst("^.*@", "")
                .replaceFirst(":\\d*$", "")
                .replaceFirst("\\.$", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static boolean fitsDomain(String domain, String pattern) {
        String wanted = pattern.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^\\*?\\.", "")
                .replaceFirst("\\.$", "");
        return domain.equals(wanted) || domain.endsWith("." + wanted);
    }
}
