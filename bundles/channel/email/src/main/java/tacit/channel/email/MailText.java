package tacit.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tacit.api.channel.RawDelivery;

/** Finds what the sender of a mail wrote: without markup, without what they quote, and without their signature. */
final class MailText {

    private static final Pattern HIDDEN =
            Pattern.compile("(?is)<(style|script|head|title)\\b.*?(</\\1\\s*>|\\z)|<!--.*?-->");
    private static final Pattern QUOTE = Pattern.compile("(?is)<blockquote\\b.*(</blockquote\\s*>|\\z)");
    private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>|</(p|div|tr|li|h[1-6])\\s*>");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");
    private static final Pattern INTRODUCTION = Pattern.compile(
            "(?i)^(on\\b.{1,200}\\bwrote:|am\\b.{1,200}\\bschrieb\\b.{0,100}:|-{2,}\\s*original message\\s*-{2,}.*)$");

    private MailText() {}

    static String written(RawDelivery delivery) {
        return delivery.text("text/plain")
                .filter(text -> !text.isBlank())
                .or(() -> delivery.text("text/html").map(MailText::plain))
                .map(MailText::own)
                .orElse("");
    }

    private static String plain(String html) {
        String shown = QUOTE.matcher(HIDDEN.matcher(html).replaceAll("")).replaceAll("");
        String lines = BREAK.matcher(shown.replaceAll("\\s+", " ")).replaceAll("\n");
        return TAG.matcher(lines)
                .replaceAll("")
                .replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String own(String text) {
        List<String> lines = new ArrayList<>();
        for (String line : text.replace("\r", "").split("\n", -1)) {
            if (line.equals("-- ")
                    || line.strip().equals("--")
                    || INTRODUCTION.matcher(line.strip()).matches()) {
                break;
            }
            if (!line.startsWith(">")) {
                lines.add(line.stripTrailing());
            }
        }
        return String.join("\n", lines).replaceAll("\n{3,}", "\n\n").strip();
    }
}
