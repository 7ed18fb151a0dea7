// SPDX-License-Identifier: GPL-3.0-or-later
// Drives pennyworth-simulator with OpenAI's official client, unchanged: what satisfies it satisfies the programs that are built on it.
// PENNYWORTH_SIMULATOR names the executable.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import OpenAI from 'openai';

const executable = process.env.PENNYWORTH_SIMULATOR;
const model = 'deepseek-flash';
const off = { thinking: { type: 'disabled' } };

/** Starts the simulator and waits until it says where it listens. */
async function start(...options) {
    const child = spawn(executable, ['--tokens-per-second', '20000', '--first-token-ms', '0', ...options]);
    let output = '';
    child.stdout.setEncoding('utf8');
    while (!output.includes('\n')) {
        const [text] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => [null])]);
        assert.notEqual(text, null, 'the simulator ended before it listened');
        output += text;
    }
    const [, address] = /^listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(output);
    const stop = async () => {
        child.kill('SIGTERM');
        const [status] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
        assert.equal(status, 0);
    };
    return { address, stop };
}

function clientOf(address, options = {}) {
    return new OpenAI({ baseURL: `${address}/v1`, apiKey: 'sk-test', maxRetries: 0, ...options });
}

function ask(prompt, more = {}) {
    return { model, max_tokens: 300, messages: [{ role: 'user', content: prompt }], ...more };
}

const weather = {
    type: 'function',
    function: {
        name: 'get_weather',
        description: 'Weather of a city',
        parameters: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
    },
};

describe('a well-behaved simulator', () => {
    let simulator;
    let client;
    before(async () => {
        simulator = await start('--clock', '2026-11-23T12:00:00Z');
        client = clientOf(simulator.address);
    });
    after(() => simulator.stop());

    it('lists models', async () => {
        const ids = [];
        for await (const entry of client.models.list())
            ids.push(entry.id);
        assert.deepEqual(ids.sort(), ['deepseek-flash', 'deepseek-v4-pro']);
    });

    it('streams reasoning, content and usage', async () => {
        const stream = await client.chat.completions.create(
            ask('git bisect', { stream: true, stream_options: { include_usage: true } }));
        let reasoning = '';
        let content = '';
        let usage = null;
        let finish = null;
        for await (const chunk of stream) {
            assert.equal(usage, null, 'nothing comes after the usage');
            const [choice] = chunk.choices;
            reasoning += choice.delta.reasoning_content ?? '';
            if (choice.delta.content)
                assert.notEqual(reasoning, '', 'reasoning comes first');
            content += choice.delta.content ?? '';
            finish = choice.finish_reason;
            usage = chunk.usage;
        }
        assert.match(content, /built-in demonstration/);
        assert.equal(finish, 'length');
        assert.equal(usage.completion_tokens, 300);
        assert.equal(usage.prompt_tokens, usage.prompt_cache_hit_tokens + usage.prompt_cache_miss_tokens);
        assert.ok(usage.completion_tokens_details.reasoning_tokens > 0);
    });

    it('satisfies the streaming helper', async () => {
        const completion = await client.chat.completions.stream(ask('binary search', { max_tokens: 2000 })).finalChatCompletion();
        assert.equal(completion.choices[0].finish_reason, 'stop');
        assert.match(completion.choices[0].message.content, /```cpp/);
    });

    it('answers whole', async () => {
        const completion = await client.chat.completions.create(ask('git bisect', off));
        assert.equal(completion.object, 'chat.completion');
        assert.equal(completion.choices[0].message.role, 'assistant');
        assert.equal(completion.usage.total_tokens, completion.usage.prompt_tokens + 300);
    });

    it('gives the second turn its cache hits', async () => {
        const first = await client.chat.completions.create(ask('What is a window function?', { ...off, user_id: 'turns' }));
        const messages = [
            { role: 'user', content: 'What is a window function?' },
            first.choices[0].message,
            { role: 'user', content: 'And a rank?' },
        ];
        const second = await client.chat.completions.create({ model, messages, max_tokens: 10, ...off, user_id: 'turns' });
        assert.equal(second.usage.prompt_cache_hit_tokens, first.usage.total_tokens + 1);
        assert.ok(second.usage.prompt_cache_miss_tokens < 12);
    });

    it('calls tools, streamed and whole, and takes their results', async () => {
        const question = ask('What is the weather in Paris?', { tools: [weather] });
        const completion = await client.chat.completions.stream(question).finalChatCompletion();
        assert.equal(completion.choices[0].finish_reason, 'tool_calls');
        const [call] = completion.choices[0].message.tool_calls;
        assert.equal(call.function.name, 'get_weather');
        assert.deepEqual(JSON.parse(call.function.arguments), { city: 'Paris' });

        const { message } = (await client.chat.completions.create(question)).choices[0];
        assert.ok(message.reasoning_content);
        const result = { role: 'tool', tool_call_id: message.tool_calls[0].id, content: '14 °C' };
        const answer = await client.chat.completions.create(
            { ...question, messages: [...question.messages, message, result] });
        assert.match(answer.choices[0].message.content, /14 °C/);

        const forgetful = { role: 'assistant', content: null, tool_calls: message.tool_calls };
        await assert.rejects(
            client.chat.completions.create({ ...question, messages: [...question.messages, forgetful, result] }),
            (error) => error instanceof OpenAI.BadRequestError && /must be passed back/.test(error.message));
    });

    it('answers in JSON', async () => {
        const completion = await client.chat.completions.create(
            ask('git bisect as json', { response_format: { type: 'json_object' } }));
        assert.equal(JSON.parse(completion.choices[0].message.content).demonstration, true);
    });

    it('continues a prefix and fills the middle under /beta', async () => {
        const beta = clientOf(simulator.address, { baseURL: `${simulator.address}/beta` });
        const whole = await client.chat.completions.create(ask('git bisect', off));
        const half = whole.choices[0].message.content.slice(0, 200);
        const rest = await beta.chat.completions.create({
            model,
            ...off,
            max_tokens: 20,
            messages: [{ role: 'user', content: 'git bisect' }, { role: 'assistant', content: half, prefix: true }],
        });
        assert.ok(whole.choices[0].message.content.startsWith(half + rest.choices[0].message.content));

        const stream = await beta.completions.create(
            { model: 'deepseek-v4-pro', prompt: 'def fib(n):\n', suffix: '\n', stream: true });
        let text = '';
        for await (const chunk of stream)
            text += chunk.choices[0].text;
        assert.match(text, /return/);
    });

    it('tells its balance', async () => {
        const balance = await client.get('/user/balance');
        assert.equal(balance.is_available, true);
        assert.match(balance.balance_infos[0].total_balance, /^\d+\.\d\d$/);
    });

    const errors = [
        ['a retired model', {}, { model: 'deepseek-chat' }, OpenAI.BadRequestError, 400],
        ['a wrong key', { apiKey: 'sk-wrong' }, {}, OpenAI.AuthenticationError, 401],
        ['no money', { apiKey: 'sk-empty' }, {}, OpenAI.APIError, 402],
        ['another path', { path: '/v2' }, {}, OpenAI.NotFoundError, 404],
        ['a bad value', {}, { temperature: 3 }, OpenAI.UnprocessableEntityError, 422],
        ['too many requests', { apiKey: 'sk-limited' }, {}, OpenAI.RateLimitError, 429],
        ['a broken server', { apiKey: 'sk-broken' }, {}, OpenAI.InternalServerError, 500],
        ['a busy server', { apiKey: 'sk-busy' }, {}, OpenAI.InternalServerError, 503],
    ];
    for (const [name, { path, ...options }, more, kind, status] of errors) {
        it(`answers ${name} with ${status}`, async () => {
            const baseURL = simulator.address + (path ?? '/v1');
            const failing = clientOf(simulator.address, { baseURL, ...options });
            for (const stream of [false, true]) {
                await assert.rejects(failing.chat.completions.create(ask('a', { stream, ...more })), (error) => {
                    assert.ok(error instanceof kind, error.constructor.name);
                    assert.equal(error.status, status);
                    assert.equal(error.headers.get('retry-after'), status === 429 ? '2' : null);
                    return true;
                });
            }
        });
    }

    it('survives an abort', async () => {
        const slow = await start('--tokens-per-second', '50');
        try {
            const patient = clientOf(slow.address);
            const stream = await patient.chat.completions.create(ask('git bisect', { stream: true }));
            let chunks = 0;
            for await (const chunk of stream) {
                assert.ok(chunk.id);
                if (++chunks === 3)
                    stream.controller.abort();
            }
            assert.ok(chunks >= 3 && chunks < 100);

            const controller = new AbortController();
            const pending = patient.chat.completions.create(ask('git bisect'), { signal: controller.signal });
            controller.abort();
            await assert.rejects(pending, OpenAI.APIUserAbortError);
            assert.equal((await patient.get('/user/balance')).is_available, true);
        } finally {
            await slow.stop();
        }
    });
});

describe('a simulator with a scenario', () => {
    let folder;
    before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'pennyworth-'));
    });
    after(() => rm(folder, { recursive: true }));

    async function misbehaving(...faults) {
        const file = join(folder, 'scenario.json');
        await writeFile(file, JSON.stringify({ faults }));
        return start('--scenario', file);
    }

    async function textOf(stream) {
        let text = '';
        for await (const chunk of stream)
            text += chunk.choices[0]?.delta.content ?? '';
        return text;
    }

    it('is asked again after a 503', async () => {
        const simulator = await misbehaving({ request: 1, status: 503, headers: { 'Retry-After': '0' }, body: {} });
        const completion = await clientOf(simulator.address, { maxRetries: 1 }).chat.completions.create(ask('a'));
        assert.equal(completion.usage.completion_tokens, 300);
        await simulator.stop();
    });

    it('says the same in other line ends, in parts, without an end mark and with its usage elsewhere', async () => {
        const simulator = await misbehaving({ request: 2, line_end: 'crlf' }, { request: 3, line_end: 'cr' },
            { request: 4, split_at: [1, 20, 333, 334] }, { request: 5, done: false }, { request: 6, usage: 'extra_chunk' },
            { request: 7, content_type: 'application/octet-stream' });
        const client = clientOf(simulator.address);
        const texts = new Set();
        for (let request = 1; request <= 7; ++request)
            texts.add(await textOf(await client.chat.completions.create(ask('git bisect', { stream: true }))));
        assert.equal(texts.size, 1);
        await simulator.stop();
    });

    it('fails within the stream', async () => {
        const simulator = await misbehaving(
            { stream_error: { after_tokens: 3, error: { message: 'out of memory', type: 'server_error' } } });
        const stream = await clientOf(simulator.address).chat.completions.create(ask('a', { stream: true }));
        await assert.rejects(textOf(stream), (error) => error instanceof OpenAI.APIError && /out of memory/.test(error.message));
        await simulator.stop();
    });

    it('breaks the connection', async () => {
        const simulator = await misbehaving({ request: 1, drop: { after_bytes: 2000 } }, { request: 2, drop: {} });
        const client = clientOf(simulator.address);
        await assert.rejects(textOf(await client.chat.completions.create(ask('a', { stream: true }))));
        await assert.rejects(client.chat.completions.create(ask('a')), OpenAI.APIConnectionError);
        await simulator.stop();
    });
});

describe('the executable', () => {
    async function statusOf(...options) {
        const child = spawn(executable, options);
        let error = '';
        child.stderr.on('data', (text) => { error += text; });
        const [status] = await once(child, 'close');
        return [status, error];
    }

    it('explains wrong usage', async () => {
        assert.deepEqual(await statusOf('--port', 'x'),
            [2, 'pennyworth-simulator: --port takes a number from 0 to 65535, not "x".\n']);
        assert.equal((await statusOf('--scenario', '/nowhere.json'))[0], 2);
    });
});
