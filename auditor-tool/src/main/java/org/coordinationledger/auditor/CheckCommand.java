package org.coordinationledger.auditor;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.coordinationledger.evidence.CaseFile;
import org.coordinationledger.evidence.CaseManifest;
import org.coordinationledger.evidence.CasePdf;
import org.coordinationledger.evidence.EntryHead;
import org.coordinationledger.tlog.Hash;
import org.coordinationledger.tlog.LogProof;
import org.coordinationledger.tlog.RefusedException;
import org.coordinationledger.tlog.TrustPolicy;
import org.coordinationledger.tlog.TrustPolicy.Opened;
import org.coordinationledger.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a proof or a case file, with no network. */
@Command(name = "check")
final class CheckCommand extends LogCommand {

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "param.file")
    private Path file = Path.of("");

    @Option(names = "--entry", paramLabel = "FILE", descriptionKey = "option.entry")
    private @Nullable Path entryFile;

    @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "option.pdf")
    private @Nullable Path pdf;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CheckCommand(Words words) {
        super(words);
    }

    @Override
    public Integer call() {
        byte[] bytes = bytes(file, CaseFile.MOST_BYTES);
        return CaseFile.isOne(bytes) ? caseFile(bytes) : proof(bytes);
    }

    private int proof(byte[] bytes) {
        List<VerifierKey> keys = namedKeys();
        if (keys.isEmpty()) {
            throw new ParameterException(spec.commandLine(), words().text("key-needed"));
        }
        TrustPolicy policy = policy(keys);
        Opened opened;
        byte[] entry;
        long index;
        try {
            LogProof proof = LogProof.parse(bytes);
            index = proof.index();
            entry = entryFile != null
                    ? bytes(entryFile, 1 << 20)
                    : proof.extra().orElseThrow(() -> new ParameterException(
                            spec.commandLine(), words().text("entry-needed")));
            opened = proof.verify(Hash.ofLeaf(entry), policy);
        } catch (RefusedException e) {
            throw FaultException.of(Fault.PROOF_REFUSED, FaultException.NOWHERE, e, file);
        }
        told(opened);
        say("checked.proof", index, opened.checkpoint().size());
        EntryHead head = EntryHead.read(entry, 0, entry.length);
        if (head != null && head.position() != index) {
            throw new FaultException(Fault.NOT_ITS_POSITION, index, head.position());
        }
        out().println(new String(entry, StandardCharsets.UTF_8));
        return Auditor.HOLDS;
    }

    private int caseFile(byte[] bytes) {
        Map<String, byte[]> files = CaseFile.read(bytes);
        List<VerifierKey> keys = namedKeys();
        if (keys.isEmpty()) {
            byte[] inside = files.get(CaseFile.KEYS);
            if (inside == null) {
                throw new FaultException(Fault.FILE_MISSING, FaultException.NOWHERE, CaseFile.KEYS);
            }
            keys = Trust.keys(inside);
            keys.forEach(k -> say("key-from-case", k.text()));
        }
        CaseCheck.Outcome outcome = new CaseCheck(files, policy(keys)).run();
        told(outcome.opened());
        print(outcome.entries(), outcome.names());
        if (pdf != null) {
            write(pdf, CasePdf.of(outcome.ours()));
        }
        CaseManifest manifest = outcome.manifest();
        say("checked.case", manifest.record(), outcome.entries().size(), manifest.size());
        if (!manifest.textsMissing().isEmpty()) {
            say("texts-missing", manifest.textsMissing().size());
        }
        if (!outcome.pageIsOurs()) {
            say("checked.page-differs");
        }
        tellHead(manifest.size(), outcome.entries(), manifest.heads());
        return Auditor.HOLDS;
    }

    private void told(Opened opened) {
        say("checkpoint", opened.checkpoint().origin(), opened.checkpoint().size(), opened.checkpoint().root());
        if (!opened.cosignatures().isEmpty()) {
            say("cosigned", opened.cosignatures().size(), String.join(", ", Trust.cosigners(opened)));
        }
    }
}
