package tacit.evidence.redaction;

import static tacit.evidence.redaction.Characters.ALPHANUMERIC;
import static tacit.evidence.redaction.Characters.BASE64;
import static tacit.evidence.redaction.Characters.DOTTED;
import static tacit.evidence.redaction.Characters.HEX;
import static tacit.evidence.redaction.Characters.UPPER;
import static tacit.evidence.redaction.Characters.WORD;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds keys whose issuers gave them a format that nothing else has. */
final class KeyFormats implements SecretRule {

    private static final int LONGEST_JWT_PART = 16_384;

    private static final List<KeyFormat> FORMATS = List.of(
            KeyFormat.of("github_token", "ghp_", ALPHANUMERIC, 1),
            KeyFormat.of("github_token", "gho_", ALPHANUMERIC, 1),
            KeyFormat.of("github_token", "ghu_", ALPHANUMERIC, 16),
            KeyFormat.of("github_token", "ghs_", ALPHANUMERIC, 16),
            KeyFormat.of("github_token", "ghr_", ALPHANUMERIC, 16),
            KeyFormat.of("github_token", "github_pat_", WORD, 20),
            KeyFormat.of("gitlab_token", "glpat-", DOTTED, 20),
            KeyFormat.of("gitlab_token", "gldt-", DOTTED, 20),
            KeyFormat.of("gitlab_token", "glrt-", DOTTED, 20),
            KeyFormat.of("anthropic_key", "sk-ant-", WORD, 8),
            KeyFormat.of("openai_key", "sk-proj-", WORD, 8),
            KeyFormat.of("openai_key", "sk-svcacct-", WORD, 8),
            KeyFormat.of("api_key", "sk-", WORD, 1),
            KeyFormat.of("groq_key", "gsk_", ALPHANUMERIC, 32),
            KeyFormat.of("xai_key", "xai-", ALPHANUMERIC, 32),
            KeyFormat.of("perplexity_key", "pplx-", ALPHANUMERIC, 32),
            KeyFormat.of("replicate_key", "r8_", ALPHANUMERIC, 32),
            KeyFormat.of("huggingface_token", "hf_", ALPHANUMERIC, 30),
            KeyFormat.of("tavily_key", "tvly-", WORD, 20),
            KeyFormat.of("pinecone_key", "pcsk_", WORD, 32),
            KeyFormat.of("slack_token", "xoxa-", WORD, 1),
            KeyFormat.of("slack_token", "xoxb-", WORD, 1),
            KeyFormat.of("slack_token", "xoxe-", WORD, 1),
            KeyFormat.of("slack_token", "xoxe.xoxp-", WORD, 1),
            KeyFormat.of("slack_token", "xoxo-", WORD, 1),
            KeyFormat.of("slack_token", "xoxp-", WORD, 1),
            KeyFormat.of("slack_token", "xoxr-", WORD, 1),
            KeyFormat.of("slack_token", "xoxs-", WORD, 1),
            KeyFormat.of("slack_token", "xapp-", WORD, 16),
            KeyFormat.of("slack_webhook", "hooks.slack.com/services/", BASE64, 20),
            KeyFormat.of("discord_webhook", "discord.com/api/webhooks/", BASE64, 20),
            KeyFormat.exactly("aws_access_key", "AKIA", UPPER, 16),
            KeyFormat.exactly("aws_access_key", "ASIA", UPPER, 16),
            KeyFormat.exactly("aws_access_key", "ABIA", UPPER, 16),
            KeyFormat.exactly("aws_access_key", "ACCA", UPPER, 16),
            new KeyFormat("google_key", "AIza", WORD, 30, 40),
            KeyFormat.of("google_token", "ya29.", DOTTED, 20),
            KeyFormat.of("google_client_secret", "GOCSPX-", WORD, 20),
            KeyFormat.of("stripe_key", "sk_live_", ALPHANUMERIC, 8),
            KeyFormat.of("stripe_key", "sk_test_", ALPHANUMERIC, 8),
            KeyFormat.of("stripe_key", "rk_live_", ALPHANUMERIC, 8),
            KeyFormat.of("stripe_key", "rk_test_", ALPHANUMERIC, 8),
            KeyFormat.of("stripe_key", "whsec_", BASE64, 16),
            KeyFormat.of("square_key", "sq0atp-", WORD, 20),
            KeyFormat.of("square_key", "sq0csp-", WORD, 20),
            KeyFormat.of("shopify_token", "shpat_", HEX, 32),
            KeyFormat.of("shopify_token", "shpca_", HEX, 32),
            KeyFormat.of("shopify_token", "shppa_", HEX, 32),
            KeyFormat.of("shopify_token", "shpss_", HEX, 32),
            KeyFormat.of("npm_token", "npm_", ALPHANUMERIC, 30),
            KeyFormat.of("pypi_token", "pypi-AgE", WORD, 40),
            KeyFormat.of("docker_token", "dckr_pat_", WORD, 20),
            KeyFormat.of("digitalocean_token", "dop_v1_", HEX, 40),
            KeyFormat.of("databricks_token", "dapi", HEX, 32),
            KeyFormat.of("vault_token", "hvs.", WORD, 20),
            KeyFormat.of("vault_token", "hvb.", WORD, 20),
            KeyFormat.of("sendgrid_key", "SG.", DOTTED, 50),
            KeyFormat.exactly("twilio_key", "SK", HEX, 32),
            KeyFormat.exactly("mailgun_key", "key-", HEX, 32),
            KeyFormat.of("atlassian_token", "ATATT3", BASE64, 40),
            KeyFormat.of("grafana_token", "glsa_", WORD, 32),
            KeyFormat.of("linear_key", "lin_api_", ALPHANUMERIC, 30),
            KeyFormat.of("notion_token", "ntn_", ALPHANUMERIC, 40),
            KeyFormat.exactly("notion_token", "secret_", ALPHANUMERIC, 43),
            KeyFormat.of("figma_token", "figd_", WORD, 32),
            KeyFormat.of("postman_key", "PMAK-", WORD, 40),
            KeyFormat.of("newrelic_key", "NRAK-", ALPHANUMERIC, 24),
            KeyFormat.of("supabase_key", "sbp_", HEX, 40),
            KeyFormat.of("tailscale_key", "tskey-", WORD, 20),
            KeyFormat.of("age_key", "AGE-SECRET-KEY-1", ALPHANUMERIC, 50));

    private final KeyFormat[][] byFirst = new KeyFormat[128][];

    KeyFormats() {
        for (char first = 0; first < 128; first++) {
            List<KeyFormat> starting = new ArrayList<>();
            for (KeyFormat format : FORMATS) {
                if (format.prefix().charAt(0) == first) {
                    starting.add(format);
                }
            }
            byFirst[first] = starting.toArray(KeyFormat[]::new);
        }
    }

    @Override
    public void find(String text, Consumer<Match> matches) {
        for (int i = 0; i + 3 < text.length(); i++) {
            char first = text.charAt(i);
            if (first < 128 && (byFirst[first].length > 0 || first == 'e') && Characters.wordBegins(text, i)) {
                i = Math.max(i, findAt(text, i, matches) - 1);
            }
        }
    }

    private int findAt(String text, int start, Consumer<Match> matches) {
        for (KeyFormat format : byFirst[text.charAt(start)]) {
            int end = format.endOf(text, start);
            if (end > 0 && !innocent(text, start, end)) {
                matches.accept(new Match(start, end, format.kind()));
                return end;
            }
        }
        int end = text.startsWith("eyJ", start) ? endOfJwt(text, start) : -1;
        if (end > 0) {
            matches.accept(new Match(start, end, "jwt"));
        }
        return end;
    }

    /** The two words of ordinary text that begin like a key: a library and a locale. */
    private static boolean innocent(String text, int start, int end) {
        return Characters.wordAt(text, start, "sk-learn") || (end - start == 5 && text.startsWith("sk-SK", start));
    }

    private static int endOfJwt(String text, int start) {
        int header = WORD.endOfRun(text, start);
        if (header - start < 10 || header - start > LONGEST_JWT_PART || !text.startsWith(".eyJ", header)) {
            return -1;
        }
        int payload = WORD.endOfRun(text, header + 1);
        if (payload >= text.length() || text.charAt(payload) != '.') {
            return payload;
        }
        return Math.max(payload, WORD.endOfRun(text, payload + 1));
    }
}
