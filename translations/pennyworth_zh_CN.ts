<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>pennyworth::AboutPage</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Pennyworth %1, on Qt %2</source>
        <extracomment>%1 is a version such as 1.2, %2 Qt&apos;s</extracomment>
        <translation>Pennyworth %1，基于 Qt %2</translation>
    </message>
    <message>
        <source>Chat with language models and know what it costs. Free software: you may use, study, share and change it under the GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>与大语言模型对话，每一次的费用都清清楚楚。自由软件：你可以依据 GNU 通用公共许可证第 3 版或更新版本使用、研究、分享和修改它。本软件不提供任何担保。</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>使用的组件</translation>
    </message>
    <message>
        <source>The texts of these licences come with the parts and stand at their addresses.</source>
        <translation>各许可证全文随组件提供，也可在其网址查阅。</translation>
    </message>
    <message>
        <source>Show the licence</source>
        <translation>显示许可证</translation>
    </message>
    <message>
        <source>GNU General Public License</source>
        <translation>GNU 通用公共许可证</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>pennyworth::AccountCard</name>
    <message>
        <source>Account</source>
        <translation>账户</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>余额</translation>
    </message>
    <message>
        <source>Of it granted</source>
        <translation>其中赠送</translation>
    </message>
    <message>
        <source>Ask for the balance</source>
        <translation>查询余额</translation>
    </message>
    <message>
        <source>local</source>
        <comment>instead of a balance</comment>
        <translation>本地</translation>
    </message>
    <message>
        <source>not told by this service</source>
        <comment>balance</comment>
        <translation>该服务不提供</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>balance</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>demonstration, nothing is charged</source>
        <translation>演示，不收费</translation>
    </message>
</context>
<context>
    <name>pennyworth::Actions</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Switch conversation</source>
        <translation>切换对话</translation>
    </message>
    <message>
        <source>Next conversation</source>
        <translation>下一个对话</translation>
    </message>
    <message>
        <source>Previous conversation</source>
        <translation>上一个对话</translation>
    </message>
    <message>
        <source>Go to the composer</source>
        <translation>转到输入框</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Copy the last answer</source>
        <translation>复制最后的回答</translation>
    </message>
    <message>
        <source>Undo a deletion</source>
        <translation>撤销删除</translation>
    </message>
    <message>
        <source>Show or hide pricing</source>
        <translation>显示或隐藏价格面板</translation>
    </message>
    <message>
        <source>Show or hide conversations</source>
        <translation>显示或隐藏对话列表</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search titles</source>
        <translation>搜索标题</translation>
    </message>
</context>
<context>
    <name>pennyworth::AppearancePage</name>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随桌面</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>宽松</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>How much room the list of conversations leaves.</source>
        <translation>对话列表各行之间的疏密。</translation>
    </message>
    <message>
        <source> %</source>
        <extracomment>behind a number in a field: per cent</extracomment>
        <translation>%</translation>
    </message>
    <message>
        <source>Size of text in conversations</source>
        <translation>对话文字大小</translation>
    </message>
    <message>
        <source>The rest of the interface follows the desktop.</source>
        <translation>界面其余部分跟随桌面。</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Takes effect with the next start.</source>
        <translation>下次启动时生效。</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>A message is sent by</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>With Enter, Shift+Enter breaks the line; with Ctrl+Enter, Enter does.</source>
        <translation>选 Enter 时用 Shift+Enter 换行；选 Ctrl+Enter 时用 Enter 换行。</translation>
    </message>
    <message>
        <source>Wrap long lines of code</source>
        <translation>代码长行自动换行</translation>
    </message>
    <message>
        <source>Otherwise they scroll sideways. Each block can be switched in its header.</source>
        <translation>否则可横向滚动。每个代码块都能在其标题栏单独切换。</translation>
    </message>
    <message>
        <source>Number the lines of code</source>
        <translation>显示代码行号</translation>
    </message>
</context>
<context>
    <name>pennyworth::Arithmetic</name>
    <message>
        <source>Input, cached</source>
        <translation>输入（缓存命中）</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>The request is still under way.</source>
        <translation>请求仍在进行中。</translation>
    </message>
    <message>
        <source>This service charges nothing; this is what it would cost.</source>
        <translation>该服务不收费；这里是按价格折算的金额。</translation>
    </message>
    <message>
        <source>The service reported this amount.</source>
        <translation>金额由服务方报告。</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>未产生费用。</translation>
    </message>
    <message>
        <source>Computed from the tokens that the service reported.</source>
        <translation>按服务方报告的词元数计算。</translation>
    </message>
    <message>
        <source>An estimate: the service did not report its tokens before the request ended.</source>
        <translation>估算值：请求结束前服务方没有报告词元数。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Between</source>
        <extracomment>the bounds of a cost</extracomment>
        <translation>区间</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Of the output, thinking</source>
        <extracomment>output tokens that the model spent on thinking</extracomment>
        <translation>输出中的思考部分</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 词元</translation>
    </message>
    <message>
        <source>Price row</source>
        <translation>价格条目</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>实际回答的模型</translation>
    </message>
    <message>
        <source>First byte after</source>
        <translation>首字节</translation>
    </message>
    <message>
        <source>First thought after</source>
        <translation>首个思考词元</translation>
    </message>
    <message>
        <source>First word after</source>
        <translation>首个可见词元</translation>
    </message>
    <message>
        <source>All after</source>
        <translation>总用时</translation>
    </message>
    <message>
        <source>Ended with</source>
        <translation>结束方式</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>cost</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>Request %1 of %2 · %3</source>
        <extracomment>&quot;Request 2 of 3 · deepseek-flash&quot;</extracomment>
        <translation>第 %1 个请求，共 %2 个 · %3</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>price from the official page</source>
        <translation>价格来自官方页面</translation>
    </message>
    <message>
        <source>price from two sources</source>
        <translation>价格有两个来源</translation>
    </message>
    <message>
        <source>price from one source</source>
        <translation>价格只有一个来源</translation>
    </message>
    <message>
        <source>this year&apos;s holidays are not known</source>
        <translation>今年的节假日安排未知</translation>
    </message>
    <message>
        <source>the price changed meanwhile</source>
        <translation>期间价格有变</translation>
    </message>
    <message>
        <source>the share of the cache is not known</source>
        <translation>缓存命中的份额未知</translation>
    </message>
    <message>
        <source>the account&apos;s currency is not known</source>
        <translation>账户的货币未知</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>as reported</source>
        <translation>由服务方报告</translation>
    </message>
    <message>
        <source>not charged</source>
        <translation>未计费</translation>
    </message>
    <message>
        <source>estimated after Pennyworth broke off</source>
        <translation>Pennyworth 中断后的估算</translation>
    </message>
    <message>
        <source>Its tokens were not counted, so nobody knows what it cost.</source>
        <translation>没有统计词元数，因此无法得知费用。</translation>
    </message>
    <message>
        <source>No price of this model is known.</source>
        <translation>该模型的价格未知。</translation>
    </message>
</context>
<context>
    <name>pennyworth::AttachmentBar</name>
    <message>
        <source>Pasted text</source>
        <translation>粘贴的文本</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>移除 %1</translation>
    </message>
</context>
<context>
    <name>pennyworth::CodeMenu</name>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
</context>
<context>
    <name>pennyworth::CodeTools</name>
    <message>
        <source>Save code</source>
        <translation>保存代码</translation>
    </message>
</context>
<context>
    <name>pennyworth::Composer</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Message %1…</source>
        <extracomment>%1 is the name of a model</extracomment>
        <translation>给 %1 发消息…</translation>
    </message>
    <message>
        <source>Attach text files</source>
        <translation>附加文本文件</translation>
    </message>
</context>
<context>
    <name>pennyworth::ComposerTools</name>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Attach text files</source>
        <translation>附加文本文件</translation>
    </message>
    <message>
        <source>Attach text files, or drop them here</source>
        <translation>附加文本文件，也可拖放到这里</translation>
    </message>
    <message>
        <source>Stop (Esc): what arrived is kept, with its cost</source>
        <translation>停止（Esc）：已收到的内容和费用都会保留</translation>
    </message>
</context>
<context>
    <name>pennyworth::ContextCommands</name>
    <message>
        <source>The summary is sent in place of what was said before.</source>
        <translation>之后将发送摘要来代替此前的内容。</translation>
    </message>
</context>
<context>
    <name>pennyworth::ContextDialog</name>
    <message>
        <source>Leave out earlier messages</source>
        <translation>省略较早的消息</translation>
    </message>
    <message>
        <source>The first message that is still sent</source>
        <translation>仍会发送的第一条消息</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 词元</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>How much of the model&apos;s context that is</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Choose the first message that is still sent, with what is sent from there on. What stands above stays in the conversation, marked, and can be sent again.</source>
        <translation>选择仍会发送的第一条消息；下方是从它开始要发送的长度。之前的消息会留在对话中并加以标记，随时可以恢复发送。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Send from here on</source>
        <translation>从这里开始发送</translation>
    </message>
    <message>
        <source>The summary of what stands above</source>
        <translation>以上内容的摘要</translation>
    </message>
</context>
<context>
    <name>pennyworth::ContextNotice</name>
    <message>
        <source>Start fresh</source>
        <translation>新开对话</translation>
    </message>
    <message>
        <source>Leave out earlier messages…</source>
        <translation>省略较早的消息…</translation>
    </message>
    <message>
        <source>A new conversation with the same model and parameters</source>
        <translation>新建对话，沿用相同的模型和参数</translation>
    </message>
    <message>
        <source>They stay here, but are no longer sent</source>
        <translation>消息会留在这里，但不再发送</translation>
    </message>
    <message>
        <source>The prompt is longer than the model&apos;s context. Nothing is left out unless you say so.</source>
        <translation>提示词超出了模型的上下文。未经你同意，不会省略任何内容。</translation>
    </message>
    <message>
        <source>The model&apos;s context is %1 % full: the answer may not fit any more.</source>
        <translation>模型的上下文已用 %1%，回答可能放不下。</translation>
    </message>
    <message>
        <source>Summarise</source>
        <translation>生成摘要</translation>
    </message>
    <message>
        <source>The model sums up what was said, in a request of its own. Its summary is then sent instead; everything stays here and can be sent again.</source>
        <translation>由模型在一次单独的请求中总结此前的内容，之后发送摘要来代替原文。原文全部留在这里，随时可以恢复发送。</translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationCard</name>
    <message>
        <source>This conversation</source>
        <translation>本次对话</translation>
    </message>
    <message>
        <source>Cache hit rate</source>
        <translation>缓存命中率</translation>
    </message>
    <message>
        <source>Saved by cache</source>
        <translation>缓存节省</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>cost</comment>
        <translation>未知</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s)</source>
        <translation>
            <numerusform>%n 次请求</numerusform>
        </translation>
    </message>
    <message>
        <source>local</source>
        <comment>instead of a cost</comment>
        <translation>本地</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>Per cent</extracomment>
        <translation>%1%</translation>
    </message>
    <message>
        <source>demonstration, nothing is charged</source>
        <translation>演示，不收费</translation>
    </message>
    <message>
        <source>local, nothing is charged</source>
        <translation>本地，不收费</translation>
    </message>
    <message numerus="yes">
        <source>without %n demonstration request(s)</source>
        <translation>
            <numerusform>不含 %n 次演示请求</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n request(s) of unknown cost</source>
        <translation>
            <numerusform>另有 %n 次请求费用未知</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationDelegate</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationHeader</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Show conversations</source>
        <translation>显示对话列表</translation>
    </message>
    <message>
        <source>Show conversations (%1)</source>
        <translation>显示对话列表（%1）</translation>
    </message>
    <message>
        <source>Show pricing</source>
        <translation>显示价格面板</translation>
    </message>
    <message>
        <source>Show pricing (%1)</source>
        <translation>显示价格面板（%1）</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationListModel</name>
    <message>
        <source>unknown</source>
        <comment>cost</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>demo</source>
        <comment>instead of a cost</comment>
        <translation>演示</translation>
    </message>
    <message>
        <source>local</source>
        <comment>instead of a cost</comment>
        <translation>本地</translation>
    </message>
    <message>
        <source>streaming</source>
        <comment>state of a reply</comment>
        <translation>生成中</translation>
    </message>
    <message>
        <source>unread</source>
        <comment>a conversation with a new answer</comment>
        <translation>未读</translation>
    </message>
    <message>
        <source>pinned</source>
        <comment>a conversation that stays on top</comment>
        <translation>已置顶</translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationMenu</name>
    <message>
        <source>More about this conversation</source>
        <translation>此对话的更多操作</translation>
    </message>
    <message>
        <source>System prompt and parameters…</source>
        <translation>系统提示词与参数…</translation>
    </message>
    <message>
        <source>Leave out earlier messages…</source>
        <translation>省略较早的消息…</translation>
    </message>
    <message>
        <source>Send all messages again</source>
        <translation>恢复发送全部消息</translation>
    </message>
    <message>
        <source>Earlier messages are left out</source>
        <translation>已省略较早的消息</translation>
    </message>
    <message>
        <source>Own parameters: %1</source>
        <extracomment>%1 is a list such as &quot;System prompt, Temperature 0.3&quot;</extracomment>
        <translation>自定参数：%1</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Summarise earlier messages</source>
        <translation>为较早的消息生成摘要</translation>
    </message>
    <message>
        <source>A summary is sent in place of earlier messages</source>
        <translation>以摘要代替较早的消息</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
</context>
<context>
    <name>pennyworth::ConversationPane</name>
    <message>
        <source>The key works. It lies in this system&apos;s keychain and nowhere else; %1 answers from now on.</source>
        <translation>密钥可用，只保存在本机系统的钥匙串中。从现在起由 %1 回答。</translation>
    </message>
    <message>
        <source>The account holds %1.</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>账户余额 %1。</translation>
    </message>
    <message>
        <source>The key works. It is kept in memory and gone when Pennyworth quits; %1 answers until then.</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation>密钥可用，仅保存在内存中，退出 Pennyworth 后即消失；在此之前由 %1 回答。</translation>
    </message>
</context>
<context>
    <name>pennyworth::DataPage</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Everything is in %1</source>
        <extracomment>%1 is a folder</extracomment>
        <translation>全部内容已导出到 %1</translation>
    </message>
    <message>
        <source>Stopped; nothing was left behind.</source>
        <translation>已停止，没有留下任何文件。</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Conversations and figures lie here</source>
        <translation>对话和费用数据的位置</translation>
    </message>
    <message>
        <source>Export everything…</source>
        <translation>导出全部…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop the export</source>
        <translation>停止导出</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>All conversations with all their branches, and every request with what it cost, as text files in a folder (JSON Lines).</source>
        <translation>把所有对话及其全部分支、每次请求及其费用，以文本文件（JSON Lines）导出到一个文件夹。</translation>
    </message>
    <message>
        <source>Export everything into</source>
        <translation>全部导出到</translation>
    </message>
    <message>
        <source>Delete everything</source>
        <translation>删除全部</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>立即重启</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message numerus="yes">
        <source>All conversations and figures move to a trash beside them, with the next start; they can be brought back for %n day(s). Settings stay, and keys stay in the keychain until they are forgotten under Services.</source>
        <translation>
            <numerusform>所有对话和费用数据将在下次启动时移入旁边的回收站，%n 天内可以恢复。设置会保留；密钥留在钥匙串中，直到在“服务”页删除。</numerusform>
        </translation>
    </message>
    <message>
        <source>This happens with the next start of Pennyworth.</source>
        <translation>将在下次启动 Pennyworth 时执行。</translation>
    </message>
    <message>
        <source>Deleted %1, %2</source>
        <extracomment>%1 is a date and time, %2 a size such as &quot;12.4 MB&quot;</extracomment>
        <translation>%1 删除，%2</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>%1 on the disk</source>
        <extracomment>%1 is a size such as &quot;12.4 MB&quot;</extracomment>
        <translation>占用磁盘 %1</translation>
    </message>
</context>
<context>
    <name>pennyworth::DayBar</name>
    <message>
        <source>One price all day</source>
        <extracomment>%1 is a list of stretches of the day, &quot;01:00–04:00, 06:00–10:00&quot;</extracomment>
        <translation>全天同价</translation>
    </message>
    <message>
        <source>Dearer hours (UTC): %1</source>
        <translation>高价时段（UTC）：%1</translation>
    </message>
    <message>
        <source>0 h</source>
        <comment>hour of the day</comment>
        <translation>0 时</translation>
    </message>
    <message>
        <source>12 h UTC</source>
        <comment>hour of the day</comment>
        <translation>12 时 UTC</translation>
    </message>
    <message>
        <source>%1–%2 UTC: %3</source>
        <extracomment>Two times of day and the name of the price window between them</extracomment>
        <translation>%1–%2 UTC：%3</translation>
    </message>
</context>
<context>
    <name>pennyworth::DayGroup</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>过去 7 天</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <extracomment>A month as a heading, in the words of QDate::toString: &quot;November 2026&quot;</extracomment>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>Pinned</source>
        <translation>置顶</translation>
    </message>
</context>
<context>
    <name>pennyworth::DefaultsCard</name>
    <message>
        <source>the service&apos;s own</source>
        <extracomment>the model that a service answers with if nothing else is said</extracomment>
        <translation>由服务决定</translation>
    </message>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>From 0, predictable, to 2, wild.</source>
        <translation>0 最稳定，2 最发散。</translation>
    </message>
    <message>
        <source>Longest answer, in tokens</source>
        <translation>回答长度上限（词元）</translation>
    </message>
    <message>
        <source>the service&apos;s own</source>
        <comment>thinking</comment>
        <extracomment>thinking as the service does it if nothing is said</extracomment>
        <translation>由服务决定</translation>
    </message>
</context>
<context>
    <name>pennyworth::EditMark</name>
    <message>
        <source>Editing: what you send becomes a further version of this message</source>
        <translation>正在编辑：发送后会成为这条消息的另一个版本</translation>
    </message>
    <message>
        <source>Cancel editing</source>
        <translation>取消编辑</translation>
    </message>
    <message>
        <source>Cancel editing (Esc)</source>
        <translation>取消编辑（Esc）</translation>
    </message>
</context>
<context>
    <name>pennyworth::EmptyConversation</name>
    <message>
        <source>What would you like to know?</source>
        <translation>想了解点什么？</translation>
    </message>
    <message>
        <source>A built-in demonstration answers. Nothing leaves this computer, nothing is charged.</source>
        <translation>由内置演示回答：数据不离开本机，也不收费。</translation>
    </message>
    <message>
        <source>%1 on this computer answers.</source>
        <extracomment>%1 is the name of a service on this computer, such as Ollama</extracomment>
        <translation>由本机的 %1 回答。</translation>
    </message>
    <message>
        <source>%1 answers. Its price is at the right, and what each answer costs.</source>
        <extracomment>%1 is the name of a service, such as DeepSeek</extracomment>
        <translation>由 %1 回答。右侧是它的价格和每次回答的费用。</translation>
    </message>
</context>
<context>
    <name>pennyworth::ErrorText</name>
    <message>
        <source>There is no API key for this service yet.</source>
        <translation>还没有这项服务的 API 密钥。</translation>
    </message>
    <message>
        <source>Set a key; it is kept in the system&apos;s keychain.</source>
        <translation>请设置密钥，它会保存在系统钥匙串中。</translation>
    </message>
    <message>
        <source>The service does not accept the API key.</source>
        <translation>该服务不接受这个 API 密钥。</translation>
    </message>
    <message>
        <source>Check the key and set it again.</source>
        <translation>请检查密钥后重新设置。</translation>
    </message>
    <message>
        <source>The service refuses this request for this account.</source>
        <translation>该服务拒绝了此账户的请求。</translation>
    </message>
    <message>
        <source>Check what the key may do, or ask the service; another key may help.</source>
        <translation>请检查密钥的权限或联系服务方，也可以换一个密钥。</translation>
    </message>
    <message>
        <source>The account&apos;s balance is used up.</source>
        <translation>账户余额已用完。</translation>
    </message>
    <message>
        <source>Top up the account, then send again.</source>
        <translation>请充值后重新发送。</translation>
    </message>
    <message>
        <source>The service does not accept the request.</source>
        <translation>该服务不接受这个请求。</translation>
    </message>
    <message>
        <source>Start a new conversation or shorten the prompt.</source>
        <translation>请新建对话，或缩短提示词。</translation>
    </message>
    <message>
        <source>Nothing answers to this request at the service&apos;s address.</source>
        <translation>该服务地址上没有响应此请求的接口。</translation>
    </message>
    <message>
        <source>Check the address; many services want it to end in /v1.</source>
        <translation>请检查地址，许多服务的地址以 /v1 结尾。</translation>
    </message>
    <message>
        <source>The service is getting too many requests from this account.</source>
        <translation>此账户的请求过于频繁。</translation>
    </message>
    <message>
        <source>Wait a moment, then send again.</source>
        <translation>请稍候再发送。</translation>
    </message>
    <message>
        <source>The service failed while it handled the request.</source>
        <translation>该服务处理请求时出错。</translation>
    </message>
    <message>
        <source>Send again; if it stays, look at the service&apos;s status page.</source>
        <translation>请重新发送；如果仍然出错，请查看服务状态页。</translation>
    </message>
    <message>
        <source>The service is overloaded.</source>
        <translation>该服务负载过高。</translation>
    </message>
    <message>
        <source>The service reported an error in the middle of its answer.</source>
        <translation>该服务在回答途中报告了错误。</translation>
    </message>
    <message>
        <source>What arrived is kept. Continue the answer or send again.</source>
        <translation>已收到的内容已保留，可以继续生成或重新发送。</translation>
    </message>
    <message>
        <source>What answered does not speak this protocol.</source>
        <translation>对方的响应不符合协议。</translation>
    </message>
    <message>
        <source>Check the address, and whether a proxy or a login page stands in between.</source>
        <translation>请检查地址，以及中间是否有代理或登录页面。</translation>
    </message>
    <message>
        <source>The service ended its answer without a word.</source>
        <translation>该服务没有返回任何内容就结束了。</translation>
    </message>
    <message>
        <source>Send again.</source>
        <translation>请重新发送。</translation>
    </message>
    <message>
        <source>The answer broke off before its end.</source>
        <translation>回答中途断开了。</translation>
    </message>
    <message>
        <source>The service cannot be reached; the request never left.</source>
        <translation>无法连接该服务，请求没有发出。</translation>
    </message>
    <message>
        <source>Check the network and the address, then send again.</source>
        <translation>请检查网络和地址后重新发送。</translation>
    </message>
    <message>
        <source>The connection broke after the request had left.</source>
        <translation>请求发出后连接中断了。</translation>
    </message>
    <message>
        <source>The service has been silent for too long.</source>
        <translation>该服务长时间没有响应。</translation>
    </message>
    <message>
        <source>The service&apos;s certificate is not trusted, so nothing was sent: neither the key nor the prompt.</source>
        <translation>该服务的证书不受信任，因此密钥和提示词都没有发出。</translation>
    </message>
    <message>
        <source>Check the address. For a company&apos;s own certificate, add it to the system&apos;s certificate store.</source>
        <translation>请检查地址。如果是公司自签的证书，请把它加入系统证书库。</translation>
    </message>
    <message>
        <source>The service points to another address. That is not followed, since the key would go there too.</source>
        <translation>该服务要求转到另一个地址。为避免把密钥发到那里，没有跟随。</translation>
    </message>
    <message>
        <source>If you trust the new address, enter it for this service.</source>
        <translation>如果信任新地址，请为该服务填写它。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>This model is not known.</source>
        <translation>未知的模型。</translation>
    </message>
    <message>
        <source>Choose one of the models that the service offers.</source>
        <translation>请选择该服务提供的模型。</translation>
    </message>
    <message>
        <source>This service is not known.</source>
        <translation>未知的服务。</translation>
    </message>
    <message>
        <source>“pennyworth providers” lists the known ones.</source>
        <translation>“pennyworth providers”会列出已知的服务。</translation>
    </message>
    <message>
        <source>No price is known for this model at this time.</source>
        <translation>没有该模型此时的价格。</translation>
    </message>
    <message>
        <source>Check the model&apos;s name, the instant and the currency.</source>
        <translation>请检查模型名称、时间和货币。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain does not answer.</source>
        <translation>系统钥匙串没有响应。</translation>
    </message>
    <message>
        <source>Start a keychain such as GNOME Keyring or KWallet, or set the key in the environment for this run.</source>
        <translation>请启动 GNOME Keyring 或 KWallet 等钥匙串，或在环境变量中为本次运行设置密钥。</translation>
    </message>
    <message>
        <source>The system&apos;s keychain gave no key: it is locked, refuses, or holds none.</source>
        <translation>系统钥匙串没有给出密钥：它可能已锁定、拒绝访问，或没有保存密钥。</translation>
    </message>
    <message>
        <source>Unlock the keychain, or set the key again, or set it in the environment.</source>
        <translation>请解锁钥匙串，或重新设置密钥，或在环境变量中设置。</translation>
    </message>
    <message>
        <source>The database cannot be used.</source>
        <translation>无法使用数据库。</translation>
    </message>
    <message>
        <source>Check that its folder exists and may be written, and that no other program keeps it locked.</source>
        <translation>请检查所在文件夹是否存在且可写，以及是否有其他程序锁定了数据库。</translation>
    </message>
    <message>
        <source>The database may not be written, so nothing was sent.</source>
        <translation>数据库不可写，因此没有发送任何内容。</translation>
    </message>
    <message>
        <source>Allow writing to its folder, or set PENNYWORTH_HOME to one that may be written.</source>
        <translation>请允许写入所在文件夹，或将 PENNYWORTH_HOME 设为可写的文件夹。</translation>
    </message>
    <message>
        <source>There is no space left on the disk.</source>
        <translation>磁盘空间已满。</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>请清理空间后重试。</translation>
    </message>
    <message>
        <source>The database was written by a newer Pennyworth.</source>
        <translation>数据库由更新版本的 Pennyworth 写入。</translation>
    </message>
    <message>
        <source>Update Pennyworth; the database is left as it is.</source>
        <translation>请更新 Pennyworth；数据库保持原样。</translation>
    </message>
    <message>
        <source>The database is damaged.</source>
        <translation>数据库已损坏。</translation>
    </message>
    <message>
        <source>Move it away or restore a backup; Pennyworth does not write to it.</source>
        <translation>请移走它或恢复备份；Pennyworth 不会写入它。</translation>
    </message>
    <message>
        <source>The file cannot be read or written.</source>
        <translation>无法读写该文件。</translation>
    </message>
    <message>
        <source>Check its name and what you may do with it.</source>
        <translation>请检查文件名和权限。</translation>
    </message>
    <message>
        <source>A value is not acceptable.</source>
        <translation>值无效。</translation>
    </message>
    <message>
        <source>Correct it and try again.</source>
        <translation>请更正后重试。</translation>
    </message>
    <message>
        <source>The amount is too large to be counted exactly.</source>
        <translation>金额过大，无法精确计算。</translation>
    </message>
    <message>
        <source>Use smaller token counts.</source>
        <translation>请使用较小的词元数。</translation>
    </message>
    <message>
        <source>The command line is not understood.</source>
        <translation>无法理解命令行。</translation>
    </message>
    <message>
        <source>“pennyworth --help” shows how it is used.</source>
        <translation>“pennyworth --help”会显示用法。</translation>
    </message>
    <message>
        <source>There is no such conversation.</source>
        <translation>没有这个对话。</translation>
    </message>
    <message>
        <source>Choose another one; it may have been deleted.</source>
        <translation>请选择其他对话；它可能已被删除。</translation>
    </message>
    <message>
        <source>Its message says why; another model or other settings may do.</source>
        <translation>服务的消息说明了原因；换个模型或设置也许可行。</translation>
    </message>
    <message>
        <source>The conversation is longer than the model can read or the service takes.</source>
        <translation>对话太长，超出了模型可读取或服务可接受的长度。</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>没有产生费用。</translation>
    </message>
    <message>
        <source>This request may have been charged.</source>
        <translation>这次请求可能已产生费用。</translation>
    </message>
    <message>
        <source>What was used up to here is charged.</source>
        <translation>到此为止的用量会计费。</translation>
    </message>
</context>
<context>
    <name>pennyworth::EstimateLine</name>
    <message>
        <source>context %1 % full</source>
        <extracomment>How full the model&apos;s context will be</extracomment>
        <translation>上下文已用 %1%</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <extracomment>The size of the whole prompt, with the conversation so far</extracomment>
        <translation>%1 词元</translation>
    </message>
    <message>
        <source>%1 cached likely</source>
        <extracomment>Of the prompt&apos;s tokens, those that should come from the service&apos;s cache</extracomment>
        <translation>预计缓存命中 %1</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>费用未知</translation>
    </message>
    <message>
        <source>The whole prompt, with the conversation so far: %1.</source>
        <translation>整个提示词，含此前的对话：%1。</translation>
    </message>
    <message>
        <source>%1 of them were sent before and should still be in the service&apos;s cache, which promises nothing.</source>
        <translation>其中 %1 词元此前发送过，应仍在服务方的缓存中，但服务方并不保证。</translation>
    </message>
    <message numerus="yes">
        <source>The answer: %1 to %2 tokens, as eight of ten of the last %n replies of this model, thinking included.</source>
        <extracomment>%1 and %2 are numbers of tokens</extracomment>
        <translation>
            <numerusform>回答：%1 到 %2 词元，与该模型最近 %n 次回答中的八成相当，含思考。</numerusform>
        </translation>
    </message>
    <message>
        <source>The answer: %1 to %2 tokens assumed, as long as this model has not answered before.</source>
        <translation>回答：该模型尚无回答记录，假定 %1 到 %2 词元。</translation>
    </message>
    <message>
        <source>Up to %1 where nothing comes from the cache.</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>若缓存全未命中，最多 %1。</translation>
    </message>
    <message>
        <source>No price of this model is known.</source>
        <translation>该模型的价格未知。</translation>
    </message>
    <message>
        <source>Nothing is charged: these are the prices that are demonstrated.</source>
        <translation>不收费：这里演示的是实际价格。</translation>
    </message>
    <message>
        <source>The cost: %1 to %2.</source>
        <extracomment>%1 and %2 are amounts of money to their last digit</extracomment>
        <translation>费用：%1 到 %2。</translation>
    </message>
</context>
<context>
    <name>pennyworth::ExchangeDialog</name>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Response</source>
        <translation>响应</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>复制为 curl</translation>
    </message>
    <message>
        <source>Copy request</source>
        <translation>复制请求</translation>
    </message>
    <message>
        <source>Copy response</source>
        <translation>复制响应</translation>
    </message>
    <message>
        <source>Request and response</source>
        <translation>请求与响应</translation>
    </message>
    <message>
        <source>Request %1 of %2 · %3</source>
        <extracomment>&quot;Request 2 of 3 · deepseek-flash&quot;</extracomment>
        <translation>第 %1 个请求，共 %2 个 · %3</translation>
    </message>
    <message>
        <source>Wrap lines</source>
        <translation>自动换行</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Keys are taken out; everything else is as it went over the wire.</source>
        <translation>密钥已去除，其余内容与实际传输一致。</translation>
    </message>
    <message>
        <source>Of this request only the figures were kept.</source>
        <translation>这个请求只保留了数据，没有保留内容。</translation>
    </message>
    <message>
        <source>Of the response nothing was kept: the program ended before it did, or it is still arriving.</source>
        <translation>没有保留响应：程序先于响应结束，或响应仍在接收。</translation>
    </message>
    <message>
        <source>The response was long: %1 bytes in its middle are not kept.</source>
        <translation>响应较长：中间的 %1 字节没有保留。</translation>
    </message>
</context>
<context>
    <name>pennyworth::FigureText</name>
    <message>
        <source>%1 d %2 h</source>
        <extracomment>A stretch of time: days and hours</extracomment>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <extracomment>A stretch of time: hours and minutes</extracomment>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <extracomment>A stretch of time in minutes</extracomment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 s</source>
        <extracomment>A stretch of time in seconds</extracomment>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>pennyworth::FiguresDialog</name>
    <message>
        <source>Figures of this answer</source>
        <translation>这条回答的费用明细</translation>
    </message>
    <message>
        <source>Together %1</source>
        <extracomment>the cost of all requests of one answer</extracomment>
        <translation>合计 %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>复制明细</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>no price known</source>
        <extracomment>a factor of a calculation: times a price for a million tokens</extracomment>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>× %1 / 1M</source>
        <translation>× %1 / 百万</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
</context>
<context>
    <name>pennyworth::FileText</name>
    <message>
        <source>“%1” cannot be read.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>“%1” has %2. Files of up to %3 can go with a prompt.</source>
        <extracomment>%1 is the name of a file, %2 its size, %3 the largest size that is taken</extracomment>
        <translation>“%1”大小为 %2。可随提示词发送的文件不超过 %3。</translation>
    </message>
    <message>
        <source>“%1” is not text. Only text files can go with a prompt.</source>
        <extracomment>%1 is the name of a file</extracomment>
        <translation>“%1”不是文本。只有文本文件可以随提示词发送。</translation>
    </message>
</context>
<context>
    <name>pennyworth::FindBar</name>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>Find in conversation</source>
        <translation>在对话中查找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一个</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一个</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>No hits</source>
        <translation>无匹配</translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s)</source>
        <translation>
            <numerusform>%n 处匹配</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>the hit that is shown, and how many there are</extracomment>
        <translation>第 %1 处，共 %2 处</translation>
    </message>
</context>
<context>
    <name>pennyworth::HeadingOutline</name>
    <message>
        <source>Headings of this answer</source>
        <translation>本回答的标题</translation>
    </message>
</context>
<context>
    <name>pennyworth::KeyCard</name>
    <message>
        <source>Use this key</source>
        <translation>使用此密钥</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>获取密钥</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>删除密钥</translation>
    </message>
    <message>
        <source>Keep it until I quit</source>
        <translation>保留到退出为止</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Paste an API key</source>
        <translation>粘贴 API 密钥</translation>
    </message>
    <message>
        <source>The key works.</source>
        <translation>密钥可用。</translation>
    </message>
    <message>
        <source>This service needs no key.</source>
        <translation>此服务不需要密钥。</translation>
    </message>
    <message>
        <source>Asking the keychain…</source>
        <translation>正在询问钥匙串…</translation>
    </message>
    <message>
        <source>No key is set.</source>
        <translation>尚未设置密钥。</translation>
    </message>
    <message>
        <source>The key comes from the environment variable %1 and is not stored.</source>
        <extracomment>%1 is the name of an environment variable</extracomment>
        <translation>密钥来自环境变量 %1，不会保存。</translation>
    </message>
    <message>
        <source>The key is kept in memory and gone when Pennyworth quits.</source>
        <translation>密钥仅保存在内存中，退出 Pennyworth 后即消失。</translation>
    </message>
    <message>
        <source>The key lies in this system&apos;s keychain and nowhere else.</source>
        <translation>密钥保存在本系统的钥匙串中，别处没有。</translation>
    </message>
    <message>
        <source>Checking the key…</source>
        <translation>正在检查密钥…</translation>
    </message>
    <message>
        <source>The key works, but is not kept.</source>
        <translation>密钥可用，但未能保存。</translation>
    </message>
    <message>
        <source>The key is forgotten here. The service still knows it; revoke it there if it must not be used any more.</source>
        <translation>本机已删除该密钥。服务方仍然认可它；如不应再使用，请到服务方网站撤销。</translation>
    </message>
    <message>
        <source>The key will be forgotten in a moment.</source>
        <translation>密钥即将被删除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>pennyworth::KeyPrompt</name>
    <message>
        <source>Use this key</source>
        <translation>使用此密钥</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Paste a %1 API key</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation>粘贴 %1 API 密钥</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Checking the key…</source>
        <translation>正在检查密钥…</translation>
    </message>
    <message>
        <source>Use another service</source>
        <translation>使用其他服务</translation>
    </message>
    <message>
        <source>Keep it until I quit</source>
        <translation>保留到退出为止</translation>
    </message>
    <message>
        <source>%1, on this computer</source>
        <extracomment>%1 is the name of a program such as Ollama</extracomment>
        <translation>%1（本机）</translation>
    </message>
    <message>
        <source>Another address…</source>
        <translation>其他地址…</translation>
    </message>
    <message>
        <source>The key works, but is not kept.</source>
        <translation>密钥可用，但未能保存。</translation>
    </message>
    <message>
        <source>Get a key</source>
        <translation>获取密钥</translation>
    </message>
    <message>
        <source>A built-in demonstration answers until then, and nothing is charged.</source>
        <translation>在此之前由内置演示回答，不收费。</translation>
    </message>
</context>
<context>
    <name>pennyworth::LinkTarget</name>
    <message>
        <source>The address contains characters that cannot be seen.</source>
        <translation>该网址含有不可见字符。</translation>
    </message>
    <message>
        <source>What stands before the @ is not where it leads: that is %1.</source>
        <extracomment>%1 is a host name</extracomment>
        <translation>@ 之前的部分并非实际去处，实际指向 %1。</translation>
    </message>
    <message>
        <source>Its letters may look like others. It leads to %1.</source>
        <extracomment>%1 is a host name such as xn--80ak6aa92e.com</extracomment>
        <translation>其中的字母可能与其他字母相似，实际指向 %1。</translation>
    </message>
    <message>
        <source>The text says %1, but it leads to %2.</source>
        <extracomment>%1 and %2 are host names</extracomment>
        <translation>文字写的是 %1，实际指向 %2。</translation>
    </message>
</context>
<context>
    <name>pennyworth::MainWindow</name>
    <message>
        <source>Moved “%1” to the Trash.</source>
        <extracomment>%1 is the title of a conversation</extracomment>
        <translation>已将“%1”移到回收站。</translation>
    </message>
    <message numerus="yes">
        <source>Moved %n conversation(s) to the Trash.</source>
        <translation>
            <numerusform>已将 %n 个对话移到回收站。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennyworth::MessageBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>(%1)</source>
        <comment>technical detail of an error</comment>
        <translation>（%1）</translation>
    </message>
</context>
<context>
    <name>pennyworth::MessageCommands</name>
    <message>
        <source>%1 (branch)</source>
        <extracomment>the title of a conversation that was branched off the one titled %1</extracomment>
        <translation>%1（分支）</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n message(s)</source>
        <translation>
            <numerusform>已删除 %n 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pennyworth::MessageMenu</name>
    <message>
        <source>Figures…</source>
        <extracomment>how the cost of an answer comes about</extracomment>
        <translation>费用明细…</translation>
    </message>
    <message>
        <source>Request and response…</source>
        <translation>请求与响应…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>复制所选内容</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy as</source>
        <translation>复制为</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Plain text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Quote the selection</source>
        <translation>引用所选内容</translation>
    </message>
    <message>
        <source>Quote in a reply</source>
        <translation>引用回复</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Answer again</source>
        <translation>重新回答</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续生成</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Branch into a new chat</source>
        <extracomment>make a new conversation that begins with this one up to here</extracomment>
        <translation>从这里另开对话</translation>
    </message>
</context>
<context>
    <name>pennyworth::MessageRow</name>
    <message>
        <source>%1 → %2 tokens</source>
        <extracomment>tokens of the prompt → tokens of the answer</extracomment>
        <translation>%1 → %2 词元</translation>
    </message>
    <message>
        <source>%1 · %2 cached</source>
        <extracomment>%1 is &quot;1,024 → 768 tokens&quot;; %2 of the prompt&apos;s tokens came from the service&apos;s cache</extracomment>
        <translation>%1 · 缓存 %2</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <extracomment>tokens per second</extracomment>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>%1 to first token</source>
        <translation>首词元 %1</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>Thought</source>
        <translation>已思考</translation>
    </message>
    <message>
        <source>Thought for %1</source>
        <extracomment>%1 is a duration such as &quot;6 s&quot; or &quot;2 min&quot;</extracomment>
        <translation>思考了 %1</translation>
    </message>
    <message>
        <source>Thinking…</source>
        <translation>正在思考…</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 词元</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>%1, demonstration</source>
        <extracomment>%1 is what an answer of the demonstration would have cost</extracomment>
        <translation>%1（演示）</translation>
    </message>
    <message>
        <source>No answer came. Send again.</source>
        <translation>没有收到回答。请重新发送。</translation>
    </message>
    <message>
        <source>What arrived is kept.</source>
        <translation>已收到的内容已保留。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Thinking… %1</source>
        <extracomment>the model is thinking; %1 is for how long so far: &quot;6 s&quot;</extracomment>
        <translation>思考中… %1</translation>
    </message>
    <message>
        <source>You, for a summary</source>
        <translation>你，请求摘要</translation>
    </message>
    <message>
        <source>Cut off at the limit of %1 tokens.</source>
        <extracomment>%1 is a number of tokens: the limit on an answer&apos;s length</extracomment>
        <translation>回答达到 %1 个词元的上限，被截断。</translation>
    </message>
    <message>
        <source>Cut off at the limit of an answer&apos;s length.</source>
        <translation>回答达到长度上限，被截断。</translation>
    </message>
    <message>
        <source>The service filtered the answer.</source>
        <translation>服务过滤了这条回答。</translation>
    </message>
    <message>
        <source>Its rules do not allow what came next; other words may do.</source>
        <translation>后面的内容不符合该服务的规则；换个说法或许可行。</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <extracomment>the price is known, but not how many tokens there were</extracomment>
        <translation>费用未知</translation>
    </message>
    <message>
        <source>local</source>
        <extracomment>instead of a cost: a service on this computer answered</extracomment>
        <translation>本地</translation>
    </message>
</context>
<context>
    <name>pennyworth::ModelMenu</name>
    <message>
        <source>It offers no model</source>
        <translation>没有可用的模型</translation>
    </message>
    <message>
        <source>Services and models…</source>
        <translation>服务与模型…</translation>
    </message>
    <message>
        <source>Ask for its models</source>
        <translation>查询它的模型</translation>
    </message>
</context>
<context>
    <name>pennyworth::ModelsCard</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Models offered</source>
        <translation>提供的模型</translation>
    </message>
    <message>
        <source>Filter models</source>
        <translation>筛选模型</translation>
    </message>
    <message>
        <source>Name of a model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>A model by its name, as the service calls it</source>
        <translation>按服务方的叫法输入模型名称</translation>
    </message>
    <message>
        <source>Add this model</source>
        <translation>添加此模型</translation>
    </message>
    <message>
        <source>Test the connection to see what it offers. Until then the model menu asks the service.</source>
        <translation>测试连接即可查看它提供的模型。在此之前，模型菜单会直接询问服务。</translation>
    </message>
    <message>
        <source>None is ticked: the model menu shows what is built in.</source>
        <translation>未勾选任何模型：模型菜单显示内置列表。</translation>
    </message>
    <message>
        <source>None is ticked: the model menu asks the service itself.</source>
        <translation>未勾选任何模型：模型菜单会直接询问服务。</translation>
    </message>
    <message>
        <source>The ticked ones stand in the model menu. Test the connection to see what else the service offers.</source>
        <translation>已勾选的模型会出现在模型菜单中。测试连接可查看服务还提供哪些模型。</translation>
    </message>
</context>
<context>
    <name>pennyworth::Notifier</name>
    <message>
        <source>The answer is there.</source>
        <translation>回答已完成。</translation>
    </message>
    <message>
        <source>The answer broke off.</source>
        <translation>回答中断了。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>pennyworth::ParametersDialog</name>
    <message>
        <source>System prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>Temperature %1</source>
        <translation>温度 %1</translation>
    </message>
    <message>
        <source>At most %1 tokens</source>
        <extracomment>The limit on the length of an answer</extracomment>
        <translation>最多 %1 词元</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Length of an answer</source>
        <translation>回答长度</translation>
    </message>
    <message>
        <source>Answer in JSON</source>
        <translation>以 JSON 回答</translation>
    </message>
    <message>
        <source>System prompt and parameters</source>
        <translation>系统提示词与参数</translation>
    </message>
    <message>
        <source>What the model shall keep in mind throughout</source>
        <translation>希望模型始终记住的要求</translation>
    </message>
    <message>
        <source> tokens</source>
        <extracomment>A number of tokens, as the suffix of a field</extracomment>
        <translation> 词元</translation>
    </message>
    <message>
        <source>This model takes a temperature while it does not think.</source>
        <translation>该模型仅在不思考时接受温度设置。</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>全部重置</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Sent before the first message. Changing it loses what the service has in its cache.</source>
        <translation>在第一条消息之前发送。修改后，服务方的缓存将失效。</translation>
    </message>
    <message>
        <source>What is not set here is left to the service.</source>
        <translation>未设置的项目由服务方决定。</translation>
    </message>
</context>
<context>
    <name>pennyworth::PictureMenu</name>
    <message>
        <source>Copy image</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Copy address of the image</source>
        <translation>复制图片地址</translation>
    </message>
    <message>
        <source>Open image in the browser</source>
        <translation>在浏览器中打开图片</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>打开链接</translation>
    </message>
</context>
<context>
    <name>pennyworth::PriceCard</name>
    <message>
        <source>Price now</source>
        <translation>当前价格</translation>
    </message>
    <message>
        <source>local</source>
        <comment>answered by a service on this computer</comment>
        <translation>本地</translation>
    </message>
    <message>
        <source>Nothing is charged.</source>
        <translation>不收费。</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>price</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>No price known</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>Costs of this model are shown as unknown.</source>
        <translation>该模型的费用显示为未知。</translation>
    </message>
    <message>
        <source>Input, cached</source>
        <translation>输入（缓存命中）</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>per 1M tokens</source>
        <comment>unit of the prices above</comment>
        <translation>每百万词元</translation>
    </message>
    <message>
        <source>the weekday rate; this year&apos;s holidays are not known</source>
        <translation>按工作日价格；今年的节假日安排未知</translation>
    </message>
    <message>
        <source>demonstration, nothing is charged</source>
        <translation>演示，不收费</translation>
    </message>
    <message>
        <source>Source: %1</source>
        <extracomment>Where a price was taken from; %1 is a web address</extracomment>
        <translation>来源：%1</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>设置价格</translation>
    </message>
</context>
<context>
    <name>pennyworth::PriceText</name>
    <message>
        <source>peak</source>
        <comment>price window</comment>
        <translation>高峰</translation>
    </message>
    <message>
        <source>off-peak</source>
        <comment>price window</comment>
        <translation>错峰</translation>
    </message>
    <message>
        <source>standard</source>
        <comment>price window</comment>
        <translation>标准</translation>
    </message>
    <message>
        <source>doubles in %1 (%2)</source>
        <extracomment>The price; %1 is a stretch of time, %2 a time of day</extracomment>
        <translation>%1后翻倍（%2）</translation>
    </message>
    <message>
        <source>halves in %1 (%2)</source>
        <extracomment>The price; %1 is a stretch of time, %2 a time of day</extracomment>
        <translation>%1后减半（%2）</translation>
    </message>
    <message>
        <source>changes in %1 (%2)</source>
        <extracomment>The price; %1 is a stretch of time, %2 a time of day</extracomment>
        <translation>%1后变化（%2）</translation>
    </message>
    <message>
        <source>local, nothing is charged</source>
        <translation>本地，不收费</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>%1, ends in %2</source>
        <extracomment>%1 is the name of a price window (&quot;off-peak&quot;), %2 a stretch of time</extracomment>
        <translation>%1，%2后结束</translation>
    </message>
</context>
<context>
    <name>pennyworth::PricingPanel</name>
    <message>
        <source>Pricing</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>%1 / 1M output</source>
        <extracomment>The price of a million output tokens</extracomment>
        <translation>%1 / 百万输出词元</translation>
    </message>
    <message>
        <source>conversation %1</source>
        <extracomment>What the shown conversation costs</extracomment>
        <translation>对话 %1</translation>
    </message>
</context>
<context>
    <name>pennyworth::PricingStrip</name>
    <message>
        <source>Show pricing (%1)</source>
        <translation>显示价格面板（%1）</translation>
    </message>
    <message>
        <source>Pricing: %1</source>
        <extracomment>%1 is what the line says: prices and costs</extracomment>
        <translation>价格：%1</translation>
    </message>
</context>
<context>
    <name>pennyworth::PrivacyPage</name>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>What leaves this computer</source>
        <translation>哪些内容会离开本机</translation>
    </message>
    <message>
        <source>The messages of a conversation go to the service that answers it, when you send, and to nobody else. The same service is asked for its models and the balance when you ask for them or enter a key.</source>
        <translation>发送时，对话中的消息只会发给负责回答的服务，不会发给任何第三方。只有在你查询或输入密钥时，才会向该服务询问模型列表和余额。</translation>
    </message>
    <message>
        <source>Nothing else leaves: no statistics, no search for updates, no fonts. Images in answers that lie elsewhere are not loaded, and links are opened only by a click.</source>
        <translation>除此之外没有任何内容离开本机：不统计，不检查更新，不下载字体。回答中的外部图片不会加载，链接只在点击时打开。</translation>
    </message>
    <message>
        <source>What stays here</source>
        <translation>哪些内容留在本机</translation>
    </message>
    <message>
        <source>Conversations and figures lie in one database in your home folder, which is not encrypted. API keys lie in the system&apos;s keychain and in no file of Pennyworth.</source>
        <translation>对话和费用数据保存在你主目录下的一个数据库中，未加密。API 密钥保存在系统钥匙串中，不会写入 Pennyworth 的任何文件。</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不通知</translation>
    </message>
    <message>
        <source>With the conversation&apos;s title</source>
        <translation>显示对话标题</translation>
    </message>
    <message>
        <source>With the beginning of the answer</source>
        <translation>显示回答开头</translation>
    </message>
    <message>
        <source>Notify when an answer ends unseen</source>
        <translation>回答在后台完成时通知</translation>
    </message>
    <message>
        <source>Notifications pass through the desktop, which may keep and show them.</source>
        <translation>通知经由桌面环境显示，桌面可能会保留其内容。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a service, %2 the address of a computer</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>pennyworth::QuickSwitcher</name>
    <message>
        <source>Switch to</source>
        <translation>切换到</translation>
    </message>
    <message>
        <source>Switch to…</source>
        <translation>切换到…</translation>
    </message>
    <message>
        <source>Matches</source>
        <translation>匹配的对话</translation>
    </message>
</context>
<context>
    <name>pennyworth::ReadingTools</name>
    <message>
        <source>Find in the conversation</source>
        <translation>在对话中查找</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处匹配</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处匹配</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>上一个提问</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>下一个提问</translation>
    </message>
    <message>
        <source>Headings of the answer</source>
        <translation>回答的标题</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Text in its usual size</source>
        <translation>恢复文字大小</translation>
    </message>
</context>
<context>
    <name>pennyworth::RemotePictures</name>
    <message>
        <source>The image is too large to be shown here.</source>
        <translation>图片过大，无法在此显示。</translation>
    </message>
    <message>
        <source>This is no image of a kind that is shown here.</source>
        <translation>这不是此处能显示的图片类型。</translation>
    </message>
    <message>
        <source>The image did not arrive in time.</source>
        <translation>图片未能及时到达。</translation>
    </message>
    <message>
        <source>The server sends the reader on to another place.</source>
        <translation>服务器将请求转向了别处。</translation>
    </message>
    <message>
        <source>The server cannot prove who it is.</source>
        <translation>服务器无法证明自己的身份。</translation>
    </message>
    <message>
        <source>The server refuses to give it (%1).</source>
        <extracomment>%1 is an HTTP status such as 404</extracomment>
        <translation>服务器拒绝提供该图片（%1）。</translation>
    </message>
    <message>
        <source>The server cannot be reached.</source>
        <translation>无法连接服务器。</translation>
    </message>
    <message>
        <source>Images are loaded from http and https addresses only.</source>
        <translation>只能从 http 和 https 地址加载图片。</translation>
    </message>
</context>
<context>
    <name>pennyworth::ReplyCard</name>
    <message>
        <source>This reply</source>
        <translation>本次回答</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>First token</source>
        <translation>首词元</translation>
    </message>
    <message>
        <source>Output so far</source>
        <translation>目前输出</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>词元</translation>
    </message>
    <message>
        <source>none yet</source>
        <comment>reply</comment>
        <translation>暂无</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <extracomment>Tokens a second</extracomment>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 词元</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <extracomment>Tokens of the prompt, then of the answer</extracomment>
        <translation>%1 → %2</translation>
    </message>
</context>
<context>
    <name>pennyworth::ReplyText</name>
    <message>
        <source>connecting</source>
        <comment>state of a reply</comment>
        <translation>连接中</translation>
    </message>
    <message>
        <source>waiting</source>
        <comment>state of a reply</comment>
        <translation>等待中</translation>
    </message>
    <message>
        <source>waiting, alive</source>
        <comment>state of a reply: silent, but the service works on it</comment>
        <translation>等待中，服务在线</translation>
    </message>
    <message>
        <source>trying again</source>
        <comment>state of a reply</comment>
        <translation>重试中</translation>
    </message>
    <message>
        <source>thinking</source>
        <comment>state of a reply</comment>
        <translation>思考中</translation>
    </message>
    <message>
        <source>streaming</source>
        <comment>state of a reply</comment>
        <translation>生成中</translation>
    </message>
    <message>
        <source>complete</source>
        <comment>state of a reply</comment>
        <translation>已完成</translation>
    </message>
    <message>
        <source>interrupted</source>
        <comment>state of a reply</comment>
        <translation>已中断</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>state of a reply</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 %2 × %3 per 1M</source>
        <extracomment>A line of a calculation: tokens, their kind, price</extracomment>
        <translation>%1 %2 × %3/百万</translation>
    </message>
    <message>
        <source>cached input tokens</source>
        <translation>缓存命中输入词元</translation>
    </message>
    <message>
        <source>input tokens</source>
        <translation>输入词元</translation>
    </message>
    <message>
        <source>output tokens</source>
        <translation>输出词元</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <extracomment>The bounds of a cost</extracomment>
        <translation>在 %1 与 %2 之间</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>cost</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>demo</source>
        <comment>instead of a cost</comment>
        <translation>演示</translation>
    </message>
    <message>
        <source>local</source>
        <comment>instead of a cost</comment>
        <translation>本地</translation>
    </message>
    <message>
        <source>demonstration, nothing is charged</source>
        <translation>演示，不收费</translation>
    </message>
    <message>
        <source>local, nothing is charged</source>
        <translation>本地，不收费</translation>
    </message>
    <message>
        <source>as the service reported it</source>
        <translation>由服务方报告</translation>
    </message>
    <message>
        <source>estimated: the service did not report usage</source>
        <translation>估算：服务方没有报告用量</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>its tokens were not counted</source>
        <translation>没有统计词元数</translation>
    </message>
    <message>
        <source>estimated: the account&apos;s currency is not known</source>
        <translation>估算：账户的币种未知</translation>
    </message>
</context>
<context>
    <name>pennyworth::ServiceForm</name>
    <message>
        <source>Requests cost money</source>
        <translation>请求会产生费用</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>测试连接</translation>
    </message>
    <message>
        <source>No price known</source>
        <translation>价格未知</translation>
    </message>
    <message>
        <source>As %1</source>
        <extracomment>%1 is the name of a service whose prices are known</extracomment>
        <translation>与 %1 相同</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Many services want it to end in /v1.</source>
        <translation>许多服务的地址以 /v1 结尾。</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Whose price list its models are billed by.</source>
        <translation>其模型按哪家的价目表计费。</translation>
    </message>
    <message>
        <source>Extra headers</source>
        <translation>附加请求头</translation>
    </message>
    <message>
        <source>One a line, sent with every request. They lie in a plain file, so secrets are refused here; the API key has its place below.</source>
        <translation>每行一个，随每次请求发送。它们保存在普通文件中，因此这里不接受机密内容；API 密钥请填在下方。</translation>
    </message>
    <message>
        <source>Add this service</source>
        <translation>添加此服务</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Asking %1…</source>
        <extracomment>%1 is the address of a computer</extracomment>
        <translation>正在询问 %1…</translation>
    </message>
    <message numerus="yes">
        <source>It works: %n model(s), in %1.</source>
        <extracomment>%n models; %1 is a time such as &quot;0.42 s&quot;</extracomment>
        <translation>
            <numerusform>连接正常：%n 个模型，用时 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>The account holds %1.</source>
        <extracomment>%1 is an amount of money</extracomment>
        <translation>账户余额 %1。</translation>
    </message>
</context>
<context>
    <name>pennyworth::ServiceName</name>
    <message>
        <source>Demonstration</source>
        <translation>演示</translation>
    </message>
</context>
<context>
    <name>pennyworth::ServicesPage</name>
    <message>
        <source>Services</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Add a service</source>
        <translation>添加服务</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Use for new conversations</source>
        <translation>用于新对话</translation>
    </message>
    <message>
        <source>Remove this service</source>
        <translation>移除此服务</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API 密钥</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>New conversations start with</source>
        <translation>新对话的默认设置</translation>
    </message>
    <message>
        <source>Removed “%1”. Its conversations stay.</source>
        <extracomment>%1 is the name of a service</extracomment>
        <translation>已移除“%1”，相关对话仍然保留。</translation>
    </message>
</context>
<context>
    <name>pennyworth::SessionMessages</name>
    <message>
        <source>Messages above are not sent</source>
        <translation>以上消息不再发送</translation>
    </message>
    <message>
        <source>The summary below is sent in place of the messages above</source>
        <translation>以上消息由下面的摘要代替发送</translation>
    </message>
</context>
<context>
    <name>pennyworth::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>pennyworth::ShortcutsPage</name>
    <message>
        <source>Keyboard</source>
        <translation>键盘</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is what a key does, %2 the key</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Break the line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Edit the last message, in an empty composer</source>
        <translation>编辑上一条消息（输入框为空时）</translation>
    </message>
    <message>
        <source>Earlier and later messages, in the composer</source>
        <translation>较早和较晚的消息（输入框中）</translation>
    </message>
    <message>
        <source>Rename a conversation, in the list</source>
        <translation>重命名对话（列表中）</translation>
    </message>
    <message>
        <source>Delete a conversation, in the list</source>
        <translation>删除对话（列表中）</translation>
    </message>
    <message>
        <source>Read with a caret, in a conversation</source>
        <translation>用光标阅读（对话中）</translation>
    </message>
    <message>
        <source>Scroll wide code, with the caret in it</source>
        <translation>横向滚动光标所在的代码</translation>
    </message>
</context>
<context>
    <name>pennyworth::Sidebar</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search titles</source>
        <translation>搜索标题</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
</context>
<context>
    <name>pennyworth::Start</name>
    <message>
        <source>There is no display to open a window on. In a terminal, “pennyworth ask --demo” shows what Pennyworth does, and “pennyworth --help” lists its commands.</source>
        <translation>没有可用的显示器，无法打开窗口。可在终端中用“pennyworth ask --demo”体验 Pennyworth，“pennyworth --help”会列出所有命令。</translation>
    </message>
</context>
<context>
    <name>pennyworth::Summary</name>
    <message>
        <source>Summarise our conversation so far, so that it can go on from your summary alone. Keep what was decided and why, the facts, figures, names, code and files that still matter, what is open, and what I want next. Keep my last request and your last answer in detail. Write nothing but the summary.</source>
        <extracomment>this is sent to the model</extracomment>
        <translation>请总结我们到目前为止的对话，使之后的对话只凭这份摘要就能继续。请保留：已作出的决定及理由，仍然重要的事实、数字、名称、代码和文件，尚未解决的问题，以及我接下来想做的事。我的最后一个请求和你的最后一次回答请详细保留。除摘要外不要写任何内容。</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>费用未知</translation>
    </message>
</context>
<context>
    <name>pennyworth::SwitcherModel</name>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>pennyworth::TemperatureMenu</name>
    <message>
        <source>Coding and mathematics</source>
        <translation>编程与数学</translation>
    </message>
    <message>
        <source>Coding</source>
        <translation>编程</translation>
    </message>
    <message>
        <source>Data analysis</source>
        <translation>数据分析</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Conversation and translation</source>
        <translation>对话与翻译</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Creative writing</source>
        <translation>创意写作</translation>
    </message>
    <message>
        <source>Creative</source>
        <translation>创作</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>As the service does</source>
        <extracomment>The temperature left to the service, in a list of temperatures by task</extracomment>
        <translation>由服务方决定</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <extracomment>%1 is a kind of task, %2 the temperature recommended for it</extracomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Own choice – %1</source>
        <extracomment>A temperature that belongs to no task; %1 is the figure</extracomment>
        <translation>自定 – %1</translation>
    </message>
    <message>
        <source>Temperature: %1</source>
        <extracomment>%1 is a task with its figure, or &quot;as the service does&quot;</extracomment>
        <translation>温度：%1</translation>
    </message>
    <message>
        <source>How freely the model chooses its words, by task</source>
        <translation>按任务选择模型用词的自由度</translation>
    </message>
</context>
<context>
    <name>pennyworth::ThinkingMenu</name>
    <message>
        <source>Thinking: %1</source>
        <extracomment>How hard the model thinks; %1 is one of &quot;off&quot;, &quot;high&quot; and so on</extracomment>
        <translation>思考：%1</translation>
    </message>
    <message>
        <source>Thinking</source>
        <translation>思考</translation>
    </message>
</context>
<context>
    <name>pennyworth::ThinkingText</name>
    <message>
        <source>off</source>
        <comment>thinking</comment>
        <translation>关闭</translation>
    </message>
    <message>
        <source>on</source>
        <comment>thinking</comment>
        <translation>开启</translation>
    </message>
    <message>
        <source>as the model does</source>
        <comment>thinking: left to the service</comment>
        <translation>由模型决定</translation>
    </message>
    <message>
        <source>low</source>
        <comment>thinking effort</comment>
        <translation>低</translation>
    </message>
    <message>
        <source>high</source>
        <comment>thinking effort</comment>
        <translation>高</translation>
    </message>
    <message>
        <source>max</source>
        <comment>thinking effort</comment>
        <translation>最高</translation>
    </message>
</context>
<context>
    <name>pennyworth::TokenBar</name>
    <message>
        <source>Tokens: %1 cached input, %2 other input, %3 output</source>
        <translation>词元：缓存命中输入 %1，其他输入 %2，输出 %3</translation>
    </message>
    <message>
        <source>cached</source>
        <comment>kind of tokens</comment>
        <translation>缓存</translation>
    </message>
    <message>
        <source>input</source>
        <comment>kind of tokens</comment>
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <comment>kind of tokens</comment>
        <translation>输出</translation>
    </message>
</context>
<context>
    <name>pennyworth::Transcript</name>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <extracomment>ask for another answer to the same prompt</extracomment>
        <translation>重新生成</translation>
    </message>
    <message>
        <source>Continue</source>
        <extracomment>let the model go on with an answer that broke off</extracomment>
        <translation>继续生成</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Set API key</source>
        <translation>设置 API 密钥</translation>
    </message>
    <message>
        <source>Top up</source>
        <extracomment>add money to the account at the service</extracomment>
        <translation>充值</translation>
    </message>
    <message>
        <source>Choose another model</source>
        <translation>换一个模型</translation>
    </message>
    <message>
        <source>Choose another service</source>
        <translation>换一个服务</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is who speaks, %2 what they say</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Previous version</source>
        <extracomment>another answer to the same prompt, or other words of the same prompt</extracomment>
        <translation>上一个版本</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>下一个版本</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Figures</source>
        <extracomment>how the cost of an answer comes about</extracomment>
        <translation>费用明细</translation>
    </message>
    <message>
        <source>More</source>
        <extracomment>the button that opens the menu of a message</extracomment>
        <translation>更多</translation>
    </message>
    <message>
        <source>The formula is too large.</source>
        <translation>公式过大。</translation>
    </message>
    <message>
        <source>Setting this formula takes too long.</source>
        <translation>排版此公式耗时过长。</translation>
    </message>
    <message>
        <source>This is no valid TeX: %1</source>
        <extracomment>%1 says what is wrong with a formula, in English</extracomment>
        <translation>TeX 语法有误：%1</translation>
    </message>
    <message>
        <source>Load image</source>
        <translation>加载图片</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Wrap</source>
        <extracomment>show lines that are too long in several rows</extracomment>
        <translation>换行</translation>
    </message>
    <message>
        <source>Line numbers</source>
        <translation>行号</translation>
    </message>
    <message>
        <source>Copy code %1</source>
        <extracomment>%1 is a number: a message has several blocks of code</extracomment>
        <translation>复制代码 %1</translation>
    </message>
    <message>
        <source>Save code %1 as…</source>
        <extracomment>%1 is a number: a message has several blocks of code</extracomment>
        <translation>将代码 %1 另存为…</translation>
    </message>
    <message>
        <source>Do not wrap code %1</source>
        <extracomment>%1 is a number: a message has several blocks of code</extracomment>
        <translation>代码 %1 不自动换行</translation>
    </message>
    <message>
        <source>Wrap code %1</source>
        <extracomment>%1 is a number: a message has several blocks of code</extracomment>
        <translation>代码 %1 自动换行</translation>
    </message>
    <message>
        <source>Hide the line numbers of code %1</source>
        <extracomment>%1 is a number: a message has several blocks of code</extracomment>
        <translation>隐藏代码 %1 的行号</translation>
    </message>
    <message>
        <source>Show the line numbers of code %1</source>
        <extracomment>%1 is a number: a message has several blocks of code</extracomment>
        <translation>显示代码 %1 的行号</translation>
    </message>
    <message>
        <source>Copy this code</source>
        <translation>复制这段代码</translation>
    </message>
    <message>
        <source>Save this code in a file</source>
        <translation>把这段代码保存为文件</translation>
    </message>
    <message>
        <source>Let long lines run on</source>
        <translation>取消自动换行</translation>
    </message>
    <message>
        <source>Wrap long lines</source>
        <translation>长行自动换行</translation>
    </message>
    <message>
        <source>Hide line numbers</source>
        <translation>隐藏行号</translation>
    </message>
    <message>
        <source>Show line numbers</source>
        <translation>显示行号</translation>
    </message>
    <message>
        <source>Edit the prompt</source>
        <translation>编辑提示词</translation>
    </message>
    <message>
        <source>Check the address</source>
        <translation>检查地址</translation>
    </message>
    <message>
        <source>Set one</source>
        <extracomment>say by whose price list a service bills, where no price is known</extracomment>
        <translation>去设置</translation>
    </message>
    <message>
        <source>Set a price</source>
        <translation>设置价格</translation>
    </message>
    <message>
        <source>Choose the price list that this service bills by</source>
        <translation>选择该服务按哪份价目表计费</translation>
    </message>
    <message>
        <source>New chat</source>
        <translation>新对话</translation>
    </message>
</context>
<context>
    <name>pennyworth::TranscriptView</name>
    <message>
        <source>Conversation</source>
        <translation>对话</translation>
    </message>
    <message>
        <source>Jump to latest</source>
        <translation>跳到最新</translation>
    </message>
    <message>
        <source>Addresses of this kind are not opened.</source>
        <translation>此类网址不会被打开。</translation>
    </message>
    <message>
        <source>Press again to open it all the same.</source>
        <translation>再次点按仍要打开。</translation>
    </message>
</context>
<context>
    <name>pennyworth::TrashWindow</name>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Delete for ever…</source>
        <translation>永久删除…</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Deleted conversations</source>
        <translation>已删除的对话</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>a row of the Trash: %1 is a title, %2 how long it is still there</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>The Trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>What a conversation has cost stays in the ledger.</source>
        <translation>对话的费用会保留在账本中。</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>永久删除</translation>
    </message>
    <message numerus="yes">
        <source>Delete the text of %n conversation(s) for ever?</source>
        <translation>
            <numerusform>永久删除 %n 个对话的文字？</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>pennyworth::UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>pennyworth::cli</name>
    <message>
        <source>There is no option %1.</source>
        <translation>没有选项 %1。</translation>
    </message>
    <message>
        <source>--%1 wants %2, not “%3”.</source>
        <comment>%2 is for example: a date such as 2026-11-23</comment>
        <translation>--%1 需要%2，而不是“%3”。</translation>
    </message>
    <message>
        <source>--%1 is missing.</source>
        <translation>缺少 --%1。</translation>
    </message>
    <message>
        <source>“%1” is one word too many; put text with blanks in it into quotation marks.</source>
        <translation>多出了“%1”；含空格的文字请加引号。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>缺少 %1。</translation>
    </message>
    <message>
        <source>a whole number from %1 on</source>
        <translation>不小于 %1 的整数</translation>
    </message>
    <message>
        <source>an instant such as 2026-11-23T14:00:00Z</source>
        <translation>时刻，例如 2026-11-23T14:00:00Z</translation>
    </message>
    <message>
        <source>a date such as 2026-11-23</source>
        <translation>日期，例如 2026-11-23</translation>
    </message>
    <message>
        <source>a currency&apos;s three letters such as USD</source>
        <translation>货币的三个字母，例如 USD</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>%1 之一</translation>
    </message>
    <message>
        <source>There is no prompt on standard input.</source>
        <translation>标准输入中没有提示词。</translation>
    </message>
    <message>
        <source>the service tells no models; name one with --model</source>
        <translation>该服务不提供模型列表；请用 --model 指定</translation>
    </message>
    <message>
        <source>pennyworth: %1 Trying again in %2.</source>
        <comment>an error&apos;s sentence and a duration</comment>
        <translation>pennyworth：%1 %2后重试。</translation>
    </message>
    <message>
        <source>conversation %1</source>
        <translation>对话 %1</translation>
    </message>
    <message>
        <source>not kept</source>
        <comment>a conversation</comment>
        <translation>未保存</translation>
    </message>
    <message>
        <source>Why does git bisect find a bug in so few steps?</source>
        <translation>为什么 git bisect 只需很少几步就能找到缺陷？</translation>
    </message>
    <message>
        <source>--temperature wants a number from 0 to 2 of at most two decimals, not “%1”.</source>
        <translation>--temperature 需要 0 到 2 之间最多两位小数的数字，而不是“%1”。</translation>
    </message>
    <message>
        <source>--continue needs --conversation ID.</source>
        <translation>--continue 需要 --conversation ID。</translation>
    </message>
    <message>
        <source>--continue takes neither a prompt nor --prefix.</source>
        <translation>--continue 不能与提示词或 --prefix 同用。</translation>
    </message>
    <message>
        <source>PROMPT is missing; “-” reads it from standard input, --demo asks a built-in question.</source>
        <translation>缺少 PROMPT；“-”从标准输入读取，--demo 使用内置问题。</translation>
    </message>
    <message>
        <source>--no-store and --conversation exclude each other.</source>
        <translation>--no-store 与 --conversation 不能同用。</translation>
    </message>
    <message>
        <source>ask a question and print the answer as it arrives</source>
        <translation>提问，并随到随显回答</translation>
    </message>
    <message>
        <source>the question, or - to read it from standard input</source>
        <translation>问题；- 表示从标准输入读取</translation>
    </message>
    <message>
        <source>ask the built-in demonstration service; without PROMPT, a built-in question</source>
        <translation>询问内置演示服务；没有 PROMPT 时使用内置问题</translation>
    </message>
    <message>
        <source>ask this service (see “pennyworth providers”); deepseek where it is left out</source>
        <translation>询问此服务（见“pennyworth providers”）；默认 deepseek</translation>
    </message>
    <message>
        <source>ask the OpenAI-compatible service at this address; its key, if any, is PENNYWORTH_API_KEY</source>
        <translation>询问此地址的 OpenAI 兼容服务；密钥（如需要）取自 PENNYWORTH_API_KEY</translation>
    </message>
    <message>
        <source>the model; the service&apos;s default, or its first, where it is left out</source>
        <translation>模型；默认取服务的默认模型或第一个模型</translation>
    </message>
    <message>
        <source>the system prompt</source>
        <translation>系统提示词</translation>
    </message>
    <message>
        <source>whether the model reasons before it answers</source>
        <translation>模型回答前是否思考</translation>
    </message>
    <message>
        <source>from 0 to 2; without effect while a model thinks</source>
        <translation>0 到 2；模型思考时不起作用</translation>
    </message>
    <message>
        <source>end the answer after so many tokens</source>
        <translation>回答达到此词元数后结束</translation>
    </message>
    <message>
        <source>the answer is to be JSON; say so in the prompt, too</source>
        <translation>要求回答为 JSON；请在提示词中也说明</translation>
    </message>
    <message>
        <source>the answer is to begin so (prefix completion)</source>
        <translation>要求回答以此开头（前缀续写）</translation>
    </message>
    <message>
        <source>go on with this conversation; its settings are the defaults</source>
        <translation>继续此对话；默认沿用其设置</translation>
    </message>
    <message>
        <source>with --conversation: write its interrupted last answer on instead of asking anew</source>
        <translation>与 --conversation 同用：续写其中断的最后回答，而不是重新提问</translation>
    </message>
    <message>
        <source>keep nothing but the figures in the ledger</source>
        <translation>除账本中的数字外什么都不保存</translation>
    </message>
    <message>
        <source>what an account holds</source>
        <translation>账户余额</translation>
    </message>
    <message>
        <source>the service; deepseek where it is left out</source>
        <translation>服务；默认 deepseek</translation>
    </message>
    <message>
        <source>Asks the service. Granted money is spent first.
JSON: {provider, available, balances [{currency, total, granted, topped_up}]}.
Exit status: 0 printed, 1 the request failed, 2 wrong usage.</source>
        <translation>向服务查询。赠送金额优先使用。
JSON：{provider, available, balances [{currency, total, granted, topped_up}]}。
退出状态：0 已输出，1 请求失败，2 用法错误。</translation>
    </message>
    <message>
        <source>TOTAL</source>
        <translation>总额</translation>
    </message>
    <message>
        <source>GRANTED</source>
        <translation>赠送</translation>
    </message>
    <message>
        <source>TOPPED UP</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>The account cannot pay for requests.</source>
        <translation>账户余额不足以支付请求。</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>打开窗口</translation>
    </message>
    <message>
        <source>open it on a conversation with the built-in demonstration service</source>
        <translation>打开窗口，与内置演示服务对话</translation>
    </message>
    <message>
        <source>print the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>tell everything about a command</source>
        <translation>显示某个命令的全部说明</translation>
    </message>
    <message>
        <source>pennyworth – chat with language models and know what it costs</source>
        <translation>pennyworth：与大语言模型对话，每一次的费用都清清楚楚</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>PENNYWORTH_HOME names one directory for everything; DEEPSEEK_API_KEY, OPENAI_API_KEY, OPENROUTER_API_KEY and PENNYWORTH_API_KEY (for --base-url) give a key for one run.</source>
        <translation>PENNYWORTH_HOME 指定存放一切的文件夹；DEEPSEEK_API_KEY、OPENAI_API_KEY、OPENROUTER_API_KEY 和 PENNYWORTH_API_KEY（用于 --base-url）为单次运行提供密钥。</translation>
    </message>
    <message>
        <source>Exit status: 0 done, 1 the request failed, 2 wrong usage, 3 the store cannot be used, 130 interrupted (what arrived is saved).</source>
        <translation>退出状态：0 完成，1 请求失败，2 用法错误，3 无法使用数据库，130 被中断（已收到的内容已保存）。</translation>
    </message>
    <message>
        <source>A command is missing. There are: %1.</source>
        <translation>缺少命令。可用的有：%1。</translation>
    </message>
    <message>
        <source>There is no command “%1”. There are: %2.</source>
        <translation>没有命令“%1”。可用的有：%2。</translation>
    </message>
    <message>
        <source>Still being written.</source>
        <comment>an answer</comment>
        <translation>仍在生成。</translation>
    </message>
    <message>
        <source>Interrupted: %1</source>
        <translation>已中断：%1</translation>
    </message>
    <message>
        <source>Interrupted.</source>
        <translation>已中断。</translation>
    </message>
    <message>
        <source>Failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>失败。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>*Conversation %1, begun %2*</source>
        <translation>*对话 %1，始于 %2*</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>--until must not be before --at.</source>
        <translation>--until 不能早于 --at。</translation>
    </message>
    <message>
        <source>cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>between</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>price row</source>
        <translation>价格条目</translation>
    </message>
    <message>
        <source>what token counts cost at an instant</source>
        <translation>给定词元数在某一时刻的费用</translation>
    </message>
    <message>
        <source>the model&apos;s name as sent to the service, also a former one</source>
        <translation>发送给服务的模型名，也可以是旧名</translation>
    </message>
    <message>
        <source>when the request was sent, such as 2026-11-23T14:00:00Z</source>
        <translation>请求发出的时刻，例如 2026-11-23T14:00:00Z</translation>
    </message>
    <message>
        <source>when its answer was complete; at once where it is left out</source>
        <translation>回答完成的时刻；默认为立即</translation>
    </message>
    <message>
        <source>prompt tokens found in the cache</source>
        <translation>缓存命中的提示词元</translation>
    </message>
    <message>
        <source>prompt tokens not found in the cache</source>
        <translation>缓存未命中的提示词元</translation>
    </message>
    <message>
        <source>tokens of the answer, reasoning included</source>
        <translation>回答的词元，含思考</translation>
    </message>
    <message>
        <source>of the price list: USD (where it is left out) or CNY</source>
        <translation>价目表的货币：USD（默认）或 CNY</translation>
    </message>
    <message>
        <source>whose price list; deepseek where it is left out</source>
        <translation>使用谁的价目表；默认 deepseek</translation>
    </message>
    <message>
        <source>The amount is exact, at the prices of the instant of completion; low and high are over all prices in force between --at and --until. Asks nobody.
Exit status: 0 printed, 1 no price is known, 2 wrong usage.</source>
        <translation>金额按完成时刻的价格精确计算；low 和 high 取 --at 与 --until 之间所有生效价格的范围。不联网。
退出状态：0 已输出，1 价格未知，2 用法错误。</translation>
    </message>
    <message>
        <source>“pennyworth list” shows the conversations.</source>
        <translation>“pennyworth list”会列出对话。</translation>
    </message>
    <message>
        <source>In a terminal: “pennyworth key set PROVIDER” reads a key and keeps it in the keychain; a variable of the environment, which “pennyworth providers” names, gives one for this run. “pennyworth ask --demo” needs none.</source>
        <translation>在终端中：“pennyworth key set PROVIDER”读取密钥并保存到钥匙串；环境变量可为本次运行提供密钥，“pennyworth providers”列出其名称。“pennyworth ask --demo”不需要密钥。</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>a duration in seconds</comment>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <comment>a duration in days and hours</comment>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>a duration in hours and minutes</comment>
        <translation>%1 小时 %2 分钟</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>a duration in minutes</comment>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>where a key is</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>无密钥</translation>
    </message>
    <message>
        <source>in the environment</source>
        <translation>在环境变量中</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>在钥匙串中</translation>
    </message>
    <message>
        <source>keep API keys in the system&apos;s keychain</source>
        <translation>把 API 密钥保存在系统钥匙串中</translation>
    </message>
    <message>
        <source>set: read a key from standard input and keep it; status: tell which keys there are; forget: remove one</source>
        <translation>set：从标准输入读取密钥并保存；status：显示有哪些密钥；forget：删除密钥</translation>
    </message>
    <message>
        <source>the service, for set and forget (see “pennyworth providers”)</source>
        <translation>服务，用于 set 和 forget（见“pennyworth providers”）</translation>
    </message>
    <message>
        <source>A key is never printed and never written to a file. A key in the environment is used first.
JSON: status prints an array of {provider, place: none|environment|keychain|null, variable, error}, set and forget print {provider, place}.
Exit status: 0 done, 1 the keychain does not do it, 2 wrong usage.</source>
        <translation>密钥不会被显示，也不会写入文件。优先使用环境变量中的密钥。
JSON：status 输出 {provider, place: none|environment|keychain|null, variable, error} 数组，set 和 forget 输出 {provider, place}。
退出状态：0 完成，1 钥匙串无法完成，2 用法错误。</translation>
    </message>
    <message>
        <source>It is “key set PROVIDER”, “key status” or “key forget PROVIDER”.</source>
        <translation>用法是“key set PROVIDER”、“key status”或“key forget PROVIDER”。</translation>
    </message>
    <message>
        <source>API key for %1 (it is not shown): </source>
        <translation>%1 的 API 密钥（不会显示）：</translation>
    </message>
    <message>
        <source>The key for %1 is kept in the system&apos;s keychain.</source>
        <translation>%1 的密钥已保存在系统钥匙串中。</translation>
    </message>
    <message>
        <source>The keychain holds no key for %1 any more.</source>
        <translation>钥匙串中已没有 %1 的密钥。</translation>
    </message>
    <message>
        <source>demonstration</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>not billed</source>
        <translation>不计费</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a cost</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>the kept conversations, latest first</source>
        <translation>已保存的对话，最新的在前</translation>
    </message>
    <message>
        <source>JSON: an array of {conversation, title, provider, model, created, updated, cost [{amount, currency}], unpriced, demonstration, local}; “unpriced” counts requests whose cost nobody knows.
Exit status: 0 printed, 2 wrong usage, 3 the store cannot be used.</source>
        <translation>JSON：{conversation, title, provider, model, created, updated, cost [{amount, currency}], unpriced, demonstration, local} 数组；“unpriced”是费用未知的请求数。
退出状态：0 已输出，2 用法错误，3 无法使用数据库。</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>UPDATED</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>MODEL</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>COST</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>TITLE</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>There are no conversations yet.</source>
        <translation>还没有对话。</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a limit</comment>
        <translation>未知</translation>
    </message>
    <message>
        <source>the models that a service offers</source>
        <translation>服务提供的模型</translation>
    </message>
    <message>
        <source>Asks the service. Without a key it asks nobody and prints the models known from the documentation, former ones included.
JSON: an array of {model, name, offered, context_tokens, max_output_tokens, thinking_switch, images, retired}; “offered” is null where the service was not asked.
Exit status: 0 printed, 1 the request failed, 2 wrong usage.</source>
        <translation>向服务查询。没有密钥时不联网，输出文档中已知的模型，包括旧模型。
JSON：{model, name, offered, context_tokens, max_output_tokens, thinking_switch, images, retired} 数组；未向服务查询时“offered”为 null。
退出状态：0 已输出，1 请求失败，2 用法错误。</translation>
    </message>
    <message>
        <source>The service was not asked: %1</source>
        <translation>没有向服务查询：%1</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>CONTEXT</source>
        <translation>上下文</translation>
    </message>
    <message>
        <source>LONGEST ANSWER</source>
        <translation>最长回答</translation>
    </message>
    <message>
        <source>%1, retired</source>
        <comment>a model</comment>
        <translation>%1（已停用）</translation>
    </message>
    <message>
        <source>no cache price</source>
        <translation>无缓存价格</translation>
    </message>
    <message>
        <source>%1, served as %2</source>
        <comment>a model&apos;s name and the model that answers</comment>
        <translation>%1，实际由 %2 提供</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1 at %2, until %3 (%4 more)</source>
        <comment>window, instant, instant, duration</comment>
        <translation>%1，%2，到 %3 为止（还有 %4）</translation>
    </message>
    <message>
        <source>%1 per 1M tokens</source>
        <translation>%1/百万词元</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>window, instant</comment>
        <translation>%1，从 %2 起</translation>
    </message>
    <message>
        <source>input, cached</source>
        <translation>输入（缓存命中）</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>no end known</source>
        <translation>未知何时结束</translation>
    </message>
    <message>
        <source>price list</source>
        <translation>价目表</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>what a model costs at an instant</source>
        <translation>模型在某一时刻的价格</translation>
    </message>
    <message>
        <source>such as 2026-11-23T14:00:00Z; now where it is left out</source>
        <translation>例如 2026-11-23T14:00:00Z；默认为现在</translation>
    </message>
    <message>
        <source>Prices are per million tokens. Asks nobody: the price book is built in. Nothing is converted between currencies; each has its own list.
Exit status: 0 printed, 1 no price is known, 2 wrong usage.</source>
        <translation>价格按百万词元计。不联网：价目表是内置的。货币之间不换算，各有各的价目表。
退出状态：0 已输出，1 价格未知，2 用法错误。</translation>
    </message>
    <message>
        <source>the services that are known</source>
        <translation>已知的服务</translation>
    </message>
    <message>
        <source>Any other OpenAI-compatible service is reached with “pennyworth ask --base-url URL”. Asks nobody.
Exit status: 0 printed, 2 wrong usage.</source>
        <translation>其他 OpenAI 兼容服务可用“pennyworth ask --base-url URL”访问。不联网。
退出状态：0 已输出，2 用法错误。</translation>
    </message>
    <message>
        <source>PROVIDER</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>DEFAULT MODEL</source>
        <translation>默认模型</translation>
    </message>
    <message>
        <source>KEY</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>ADDRESS</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>none needed</source>
        <translation>不需要</translation>
    </message>
    <message>
        <source>?</source>
        <comment>a token count that is not known</comment>
        <translation>？</translation>
    </message>
    <message>
        <source>tokens unknown</source>
        <translation>词元数未知</translation>
    </message>
    <message>
        <source>%1 → %2 tokens</source>
        <comment>token counts of a prompt and its answer</comment>
        <translation>%1 → %2 词元</translation>
    </message>
    <message>
        <source>%1 tok/s</source>
        <comment>tokens per second</comment>
        <translation>%1 词元/秒</translation>
    </message>
    <message>
        <source>cost unknown</source>
        <translation>费用未知</translation>
    </message>
    <message>
        <source>%1 reported by the service</source>
        <translation>%1（由服务方报告）</translation>
    </message>
    <message>
        <source>%1, not billed</source>
        <comment>a cost of the demonstration service</comment>
        <translation>%1，不计费</translation>
    </message>
    <message>
        <source>not settled yet</source>
        <translation>尚未结算</translation>
    </message>
    <message>
        <source>%1 to the first token</source>
        <translation>首词元 %1</translation>
    </message>
    <message>
        <source>%1 cached</source>
        <comment>a count of tokens</comment>
        <translation>缓存 %1</translation>
    </message>
    <message>
        <source>Only one of %1 can be meant.</source>
        <translation>%1 只能选一个。</translation>
    </message>
    <message>
        <source>This conversation is with a service that was named by its address; name it again with --base-url.</source>
        <translation>此对话使用的服务是用地址指定的；请再次用 --base-url 指定。</translation>
    </message>
    <message>
        <source>one conversation as Markdown, with its figures</source>
        <translation>以 Markdown 显示一个对话及其数字</translation>
    </message>
    <message>
        <source>the conversation&apos;s number, as “pennyworth list” has it</source>
        <translation>对话编号，见“pennyworth list”</translation>
    </message>
    <message>
        <source>Prints the shown branch, interrupted answers included.
JSON: {conversation, title, created, updated, system, messages [{message, role, status, text, reasoning, provider, model, created, error, requests [{request, attempt, sent, provider, model, model_answered, finish_reason, usage, cost, timings}]}]}, with the parts as “ask” has them.
Exit status: 0 printed, 1 there is no such conversation, 2 wrong usage, 3 the store cannot be used.</source>
        <translation>输出当前显示的分支，包括中断的回答。
JSON：{conversation, title, created, updated, system, messages [{message, role, status, text, reasoning, provider, model, created, error, requests [{request, attempt, sent, provider, model, model_answered, finish_reason, usage, cost, timings}]}]}，各部分与“ask”相同。
退出状态：0 已输出，1 没有这个对话，2 用法错误，3 无法使用数据库。</translation>
    </message>
    <message>
        <source>ID is a conversation&apos;s number, not “%1”.</source>
        <translation>ID 是对话编号，而不是“%1”。</translation>
    </message>
    <message>
        <source>--to must not be before --from.</source>
        <translation>--to 不能早于 --from。</translation>
    </message>
    <message>
        <source>--csv and --json exclude each other.</source>
        <translation>--csv 与 --json 不能同用。</translation>
    </message>
    <message>
        <source>REQUESTS</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>UNPRICED</source>
        <translation>费用未知</translation>
    </message>
    <message>
        <source>CACHED</source>
        <translation>缓存</translation>
    </message>
    <message>
        <source>INPUT</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>OUTPUT</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>what was spent, from the ledger</source>
        <translation>账本中的花费</translation>
    </message>
    <message>
        <source>the first day, such as 2026-11-01</source>
        <translation>第一天，例如 2026-11-01</translation>
    </message>
    <message>
        <source>the last day, included</source>
        <translation>最后一天（含）</translation>
    </message>
    <message>
        <source>what makes a row; day where it is left out</source>
        <translation>按什么分组；默认按天</translation>
    </message>
    <message>
        <source>print comma-separated values</source>
        <translation>输出逗号分隔的值</translation>
    </message>
    <message>
        <source>One row for each group and currency; currencies are never added. A day is the local day on which the request was sent. Deleted conversations stay in the sums, the demonstration is in none.
JSON: an array of {group, label, currency, amount, requests, estimated, unpriced, cache_hit, cache_miss, completion}; the same columns with --csv.
Exit status: 0 printed, 2 wrong usage, 3 the store cannot be used.</source>
        <translation>每个分组和货币一行；不同货币不相加。日期是请求发出时的本地日期。已删除的对话仍计入，演示不计入。
JSON：{group, label, currency, amount, requests, estimated, unpriced, cache_hit, cache_miss, completion} 数组；--csv 的列相同。
退出状态：0 已输出，2 用法错误，3 无法使用数据库。</translation>
    </message>
    <message>
        <source>Nothing was spent in that time.</source>
        <translation>这段时间没有花费。</translation>
    </message>
    <message>
        <source>print exactly one JSON value</source>
        <translation>只输出一个 JSON 值</translation>
    </message>
    <message>
        <source>print this page</source>
        <translation>显示本页</translation>
    </message>
    <message>
        <source>--base-url: %1</source>
        <translation>--base-url：%1</translation>
    </message>
    <message>
        <source>The conversation does not end with an interrupted answer of a service that can continue it.</source>
        <translation>对话不是以可续写的中断回答结尾。</translation>
    </message>
    <message>
        <source>The answer goes to standard output, reasoning (on a terminal) and figures to standard error. What arrived is kept, also when Ctrl-C or a cut connection ends it.
JSON: conversation, message, provider, model, model_answered, text, reasoning, finish_reason, usage {prompt, cache_hit, cache_miss, completion, reasoning}, cost {amount, currency, source, low, high, price_row}, timings {first_byte_ms, first_token_ms, total_ms}, error {kind, status, message, remedy, charged}. Amounts are exact decimal strings, what is unknown is null.
Exit status: 0 answered, 1 the request failed, 2 wrong usage, 3 the store cannot be used, 130 interrupted.</source>
        <translation>回答写到标准输出，思考（在终端上）和数字写到标准错误。已收到的内容会保留，即使按 Ctrl-C 或连接中断。
JSON：conversation、message、provider、model、model_answered、text、reasoning、finish_reason、usage {prompt, cache_hit, cache_miss, completion, reasoning}、cost {amount, currency, source, low, high, price_row}、timings {first_byte_ms, first_token_ms, total_ms}、error {kind, status, message, remedy, charged}。金额为精确的十进制字符串，未知为 null。
退出状态：0 已回答，1 请求失败，2 用法错误，3 无法使用数据库，130 被中断。</translation>
    </message>
    <message>
        <source>%1 tells no balance.</source>
        <comment>%1: a service</comment>
        <translation>%1 不提供余额。</translation>
    </message>
    <message>
        <source>pennyworth: %1 Trying again at once.</source>
        <comment>an error&apos;s sentence</comment>
        <translation>pennyworth：%1马上重试。</translation>
    </message>
    <message>
        <source>The answer reached its limit and was cut off.</source>
        <translation>回答达到长度上限，已被截断。</translation>
    </message>
    <message>
        <source>“pennyworth ask --conversation %1 --continue” goes on with it.</source>
        <translation>用“pennyworth ask --conversation %1 --continue”可以继续。</translation>
    </message>
    <message>
        <source>%1 if the account is billed in dollars</source>
        <comment>%1: an amount</comment>
        <translation>%1（如果账户以美元计费）</translation>
    </message>
    <message>
        <source>The answer stands above; not all of it could be kept.</source>
        <translation>回答见上文；未能全部保存。</translation>
    </message>
    <message>
        <source>Services of your own are missing: %1</source>
        <translation>自定义服务未能载入：%1</translation>
    </message>
    <message>
        <source>in memory</source>
        <translation>在内存中</translation>
    </message>
    <message>
        <source>%1 needs no key.</source>
        <translation>%1 不需要密钥。</translation>
    </message>
    <message>
        <source>open it, or bring it to the front, on a new conversation</source>
        <translation>打开窗口（或将其置于最前）并新建对话</translation>
    </message>
</context>
</TS>
