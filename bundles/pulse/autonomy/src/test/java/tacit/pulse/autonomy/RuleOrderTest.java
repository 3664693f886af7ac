package tacit.pulse.autonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.pulse.autonomy.Given.act;
import static tacit.pulse.autonomy.Given.command;
import static tacit.pulse.autonomy.Given.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.autonomy.ActionRequest;
import tacit.api.autonomy.ApprovalType;
import tacit.api.autonomy.PermissionEffect;
import tacit.api.autonomy.PermissionRule;
import tacit.api.autonomy.PermissionRule.Scope;
import tacit.api.autonomy.PermissionRule.Source;
import tacit.pulse.guardrails.RuleChoice;

class RuleOrderTest {

    @ParameterizedTest
    @CsvSource({
        "DOMAIN, example.org, , 4511",
        "DOMAIN, example.org, web_fetch, 5511",
        "DOMAIN, example.org, web_*, 5261",
        "PATH, src, , 4003",
        "PATH, src, write_file, 5003",
        "COMMAND_PREFIX, git push, , 3008",
        "MCP_SERVER, jira, , 2004",
        "TOOL, web_fetch, , 1009"
    })
    void au15WeighsWhatARuleLooksAt(Scope scope, String pattern, @Nullable String tool, int weight) {
        PermissionRule rule = new PermissionRule("r", PermissionEffect.ALLOW, scope, pattern, tool, Source.SESSION);

        assertThat(RuleChoice.specificity(rule)).isEqualTo(weight);
    }

    @Test
    void au16LetsTheHigherSourceWin() {
        ActionRequest request = act(ApprovalType.WRITE, "path", "src/a");
        List<Source> order = List.of(Source.values());

        for (int i = 1; i < order.size(); i++) {
            PermissionRule low = rule(PermissionEffect.DENY, Scope.PATH, "src", order.get(i - 1));
            PermissionRule high = rule(PermissionEffect.ALLOW, Scope.PATH, "src", order.get(i));

            assertThat(RuleChoice.best(request, List.of(low, high))).contains(high);
            assertThat(RuleChoice.best(request, List.of(high, low))).contains(high);
        }
    }

    @Test
    void au17LetsTheStricterWinOfTwoAlike() {
        ActionRequest request = command("git push origin");
        PermissionRule allow = rule(PermissionEffect.ALLOW, Scope.COMMAND_PREFIX, "git push", Source.SESSION);
        PermissionRule ask = rule(PermissionEffect.ASK, Scope.COMMAND_PREFIX, "git push", Source.SESSION);
        PermissionRule deny = rule(PermissionEffect.DENY, Scope.COMMAND_PREFIX, "git push", Source.SESSION);

        assertThat(RuleChoice.best(request, List.of(allow, ask))).contains(ask);
        assertThat(RuleChoice.best(request, List.of(allow, deny, ask))).contains(deny);
    }

    @Test
    void prefersTheMoreSpecificRule() {
        ActionRequest request = command("git push origin");
        PermissionRule all = rule(PermissionEffect.DENY, Scope.TOOL, "run_command", Source.SESSION);
        PermissionRule some = rule(PermissionEffect.ALLOW, Scope.COMMAND_PREFIX, "git push", Source.PROFILE);

        assertThat(RuleChoice.best(request, List.of(all, some))).contains(some);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "git push | git push origin | true",
                "git push | git pushx | false",
                "git push | git  push | true",
                "git push | git push; curl x | false",
                "git push | git push && rm x | false",
                "git push | git push $(cat x) | false",
                "git push | git push > /tmp/x | false",
                "git push | echo git push | false",
                "make; ls | make; ls | true"
            })
    void allowsOnlyTheWholeOfACommand(String prefix, String command, boolean fits) {
        PermissionRule rule = rule(PermissionEffect.ALLOW, Scope.COMMAND_PREFIX, prefix, Source.SESSION);

        assertThat(RuleChoice.best(command(command), List.of(rule)).isPresent()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "git push | ls; git push | true",
                "git push | /usr/bin/git push | true",
                "git push | env A=1 git push | true",
                "git push | git pull | false"
            })
    void deniesEachPartOfACommand(String prefix, String command, boolean fits) {
        PermissionRule rule = rule(PermissionEffect.DENY, Scope.COMMAND_PREFIX, prefix, Source.SESSION);

        assertThat(RuleChoice.best(command(command), List.of(rule)).isPresent()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "PATH, src, path, src/a, true",
        "PATH, src, path, src, true",
        "PATH, src, path, srcx/a, false",
        "PATH, src, path, src/../etc, false",
        "PATH, /srv, path, /srv/../etc, false",
        "PATH, ., path, a/b, true",
        "PATH, ., path, ../b, false",
        "DOMAIN, example.org, domain, example.org, true",
        "DOMAIN, example.org, domain, API.example.org, true",
        "DOMAIN, example.org, domain, badexample.org, false",
        "DOMAIN, example.org, domain, example.org.evil.net, false",
        "DOMAIN, example.org, url, https://example.org:8443/a, true",
        "DOMAIN, example.org, url, https://example.org@evil.net/, false",
        "DOMAIN, example.org, url, https://evil.net/?example.org, false",
        "MCP_SERVER, jira, server, jira, true",
        "MCP_SERVER, jira, server, jira2, false",
        "TOOL, web_*, tool, web_fetch, true",
        "TOOL, web_fetch, tool, web_search, false"
    })
    void fitsWhatItLooksAt(Scope scope, String pattern, String detail, String value, boolean fits) {
        PermissionRule rule = rule(PermissionEffect.ALLOW, scope, pattern, Source.SESSION);
        ActionRequest request = act(ApprovalType.EXTERNAL_SERVICE, detail, value);

        assertThat(RuleChoice.best(request, List.of(rule)).isPresent()).isEqualTo(fits);
    }

    @Test
    void looksAtActsOfItsToolAlone() {
        PermissionRule rule =
                new PermissionRule("r", PermissionEffect.ALLOW, Scope.PATH, "src", "read_file", Source.SESSION);

        assertThat(RuleChoice.best(act(ApprovalType.READ, "path", "src/a"), List.of(rule)))
                .isPresent();
        assertThat(RuleChoice.best(act(ApprovalType.DELETE_FILE, "path", "src/a"), List.of(rule)))
                .isEmpty();
    }
}
