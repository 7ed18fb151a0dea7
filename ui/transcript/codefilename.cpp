// SPDX-License-Identifier: GPL-3.0-or-later
#include "transcript/codefilename.h"

#include <QHash>
#include <QSet>

namespace pennyworth {

using namespace Qt::StringLiterals;

namespace {

// Languages that are not the extension of their files.
const QHash<QString, QString> &extensions()
{
    static const QHash<QString, QString> known{
        {u"assembly"_s, u"asm"_s},
        {u"armasm"_s, u"s"_s},
        {u"bash"_s, u"sh"_s},
        {u"batch"_s, u"bat"_s},
        {u"c++"_s, u"cpp"_s},
        {u"clojure"_s, u"clj"_s},
        {u"coffeescript"_s, u"coffee"_s},
        {u"console"_s, u"sh"_s},
        {u"c#"_s, u"cs"_s},
        {u"csharp"_s, u"cs"_s},
        {u"crystal"_s, u"cr"_s},
        {u"delphi"_s, u"pas"_s},
        {u"elixir"_s, u"ex"_s},
        {u"erlang"_s, u"erl"_s},
        {u"fortran"_s, u"f90"_s},
        {u"f#"_s, u"fs"_s},
        {u"fsharp"_s, u"fs"_s},
        {u"golang"_s, u"go"_s},
        {u"graphviz"_s, u"dot"_s},
        {u"handlebars"_s, u"hbs"_s},
        {u"haskell"_s, u"hs"_s},
        {u"javascript"_s, u"js"_s},
        {u"jsonc"_s, u"json"_s},
        {u"julia"_s, u"jl"_s},
        {u"kotlin"_s, u"kt"_s},
        {u"latex"_s, u"tex"_s},
        {u"lisp"_s, u"lisp"_s},
        {u"markdown"_s, u"md"_s},
        {u"matlab"_s, u"m"_s},
        {u"mermaid"_s, u"mmd"_s},
        {u"node"_s, u"js"_s},
        {u"objectivec"_s, u"m"_s},
        {u"objective-c"_s, u"m"_s},
        {u"ocaml"_s, u"ml"_s},
        {u"pascal"_s, u"pas"_s},
        {u"perl"_s, u"pl"_s},
        {u"pgsql"_s, u"sql"_s},
        {u"plsql"_s, u"sql"_s},
        {u"postgresql"_s, u"sql"_s},
        {u"powershell"_s, u"ps1"_s},
        {u"prolog"_s, u"pl"_s},
        {u"protobuf"_s, u"proto"_s},
        {u"pycon"_s, u"py"_s},
        {u"python"_s, u"py"_s},
        {u"python3"_s, u"py"_s},
        {u"ruby"_s, u"rb"_s},
        {u"rust"_s, u"rs"_s},
        {u"scheme"_s, u"scm"_s},
        {u"shell"_s, u"sh"_s},
        {u"smalltalk"_s, u"st"_s},
        {u"solidity"_s, u"sol"_s},
        {u"sqlite"_s, u"sql"_s},
        {u"stylus"_s, u"styl"_s},
        {u"terraform"_s, u"tf"_s},
        {u"typescript"_s, u"ts"_s},
        {u"vb.net"_s, u"vb"_s},
        {u"vbnet"_s, u"vb"_s},
        {u"verilog"_s, u"v"_s},
        {u"viml"_s, u"vim"_s},
        {u"vimscript"_s, u"vim"_s},
        {u"x86asm"_s, u"asm"_s},
        {u"yaml"_s, u"yml"_s},
        {u"zsh"_s, u"sh"_s},
    };
    return known;
}

const QHash<QString, QString> &wholeNames()
{
    static const QHash<QString, QString> known{
        {u"cmake"_s, u"CMakeLists.txt"_s},
        {u"docker"_s, u"Dockerfile"_s},
        {u"dockerfile"_s, u"Dockerfile"_s},
        {u"jenkinsfile"_s, u"Jenkinsfile"_s},
        {u"make"_s, u"Makefile"_s},
        {u"makefile"_s, u"Makefile"_s},
    };
    return known;
}

// Languages that are the extension of their files.
bool isExtension(const QString &language)
{
    static const QSet<QString> known{u"asm"_s, u"awk"_s, u"bat"_s, u"c"_s, u"cc"_s, u"clj"_s,
        u"cpp"_s, u"cs"_s, u"css"_s, u"csv"_s, u"cxx"_s, u"d"_s, u"dart"_s, u"diff"_s, u"dot"_s,
        u"erl"_s, u"ex"_s, u"fish"_s, u"fs"_s, u"glsl"_s, u"go"_s, u"gradle"_s, u"graphql"_s,
        u"groovy"_s, u"h"_s, u"hpp"_s, u"hs"_s, u"html"_s, u"http"_s, u"ini"_s, u"java"_s, u"jl"_s,
        u"js"_s, u"json"_s, u"jsx"_s, u"kt"_s, u"less"_s, u"log"_s, u"lua"_s, u"md"_s, u"ml"_s,
        u"mjs"_s, u"nim"_s, u"nix"_s, u"patch"_s, u"php"_s, u"pl"_s, u"properties"_s, u"proto"_s,
        u"ps1"_s, u"py"_s, u"qml"_s, u"r"_s, u"rb"_s, u"rs"_s, u"rst"_s, u"sass"_s, u"scala"_s,
        u"scss"_s, u"sed"_s, u"sh"_s, u"sql"_s, u"sv"_s, u"svelte"_s, u"svg"_s, u"swift"_s,
        u"tcl"_s, u"tex"_s, u"tf"_s, u"toml"_s, u"ts"_s, u"tsv"_s, u"tsx"_s, u"v"_s, u"vb"_s,
        u"vhdl"_s, u"vim"_s, u"vue"_s, u"wasm"_s, u"wat"_s, u"xml"_s, u"yml"_s, u"zig"_s};
    return known.contains(language);
}

} // namespace

QString codeFileName(const QString &language)
{
    const QString name = language.toLower();
    const QString whole = wholeNames().value(name);
    if (!whole.isEmpty())
        return whole;
    const QString extension = extensions().value(name, isExtension(name) ? name : u"txt"_s);
    return u"code."_s + extension;
}

} // namespace pennyworth
