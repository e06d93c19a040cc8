package org.coordinationledger.auditor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.coordinationledger.evidence.CaseFile;
import org.coordinationledger.evidence.CasePdf;
import org.coordinationledger.evidence.CaseTooLargeException;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a record's whole evidence into one file, and checks it before it says so. */
@Command(name = "casefile")
final class CasefileCommand extends LogCommand {

    @Parameters(index = "0", paramLabel = "DIR|URL", descriptionKey = "param.log")
    private String log = "";

    @Parameters(index = "1", paramLabel = "RECORD", descriptionKey = "param.record")
    private String record = "";

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", descriptionKey = "option.output-case")
    private @Nullable Path output;

    @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "option.pdf")
    private @Nullable Path pdf;

    CasefileCommand(Words words) {
        super(words);
    }

    @Override
    public Integer call() {
        LogSource source = source(log);
        TrustPolicy policy = policy(source);
        Opened opened = checkpoint(source, policy);
        VerifiedRecord found = verifiedRecord(source, opened, record, true);
        Map<String, byte[]> files = new CaseWriter(source, opened)
                .write(
                        record,
                        found.entries(),
                        found.organisations(),
                        found.outcome().recordHeads(),
                        found.heads(),
                        policy.logKeys(),
                        words().evidence());
        CaseCheck.Outcome checked = new CaseCheck(files, policy).run();
        Path file = output == null ? Path.of(record.replaceAll("[^A-Za-z0-9-]", "_") + ".case.zip") : output;
        write(file, zipped(files, file));
        if (pdf != null) {
            write(pdf, CasePdf.of(checked.ours()));
        }
        say("casefile", record, found.entries().size(), file);
        tellHead(opened.checkpoint().size(), found.entries(), checked.manifest().heads());
        return Auditor.HOLDS;
    }

    private static byte[] zipped(Map<String, byte[]> files, Path file) {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try {
            CaseFile.write(zip, files);
        } catch (CaseTooLargeException e) {
            throw new UnreachableException("case-too-large", file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip.toByteArray();
    }
}
