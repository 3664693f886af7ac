package tacit.learn.proposers.settings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tacit.learn.proposers.World;

/** Jars that describe settings. */
final class Jars {

    static final String STYLE = """
            <metatype:MetaData xmlns:metatype="http://www.osgi.org/xmlns/metatype/v1.2.0">
              <OCD id="style" name="Style">
                <AD id="ceiling" type="Integer" default="10" min="0" max="50"/>
                <AD id="mode" type="String" default="calm">
                  <Option label="calm" value="calm"/><Option label="bold" value="bold"/>
                </AD>
                <AD id="keep" type="Boolean" default="true"/>
                <AD id="free" type="String" default=""/>
                <AD id="half" type="Integer" default="1" min="0"/>
                <AD id="many" type="Integer" cardinality="10" min="0" max="9"/>
              </OCD>
              <Designate pid="PID"><Object ocdref="style"/></Designate>
            </metatype:MetaData>
            """.replace("PID", World.STYLE_PID);

    private Jars() {}

    static byte[] of(String metatype) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
            jar.putNextEntry(new ZipEntry("OSGI-INF/metatype/style.xml"));
            jar.write(metatype.getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
            jar.putNextEntry(new ZipEntry("OSGI-INF/other.xml"));
            jar.closeEntry();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot write a jar in memory", e);
        }
        return bytes.toByteArray();
    }
}
